# fails: *
# diagnosis: exception
async def fetch(legacy, key):
    return await legacy.submit(key)

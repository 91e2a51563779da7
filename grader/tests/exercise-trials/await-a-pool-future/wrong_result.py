# fails: one key, while a heart beats; an error of the library; five keys at once
# diagnosis: blocked_loop
# fails: cancelled in the queue
async def fetch(legacy, key):
    return legacy.submit(key).result()

import asyncio


async def fetch(legacy, key):
    return await asyncio.wrap_future(legacy.submit(key))

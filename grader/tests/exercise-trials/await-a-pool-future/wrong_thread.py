# fails: cancelled in the queue; five keys at once
import asyncio


async def fetch(legacy, key):
    return await asyncio.to_thread(legacy.submit(key).result)

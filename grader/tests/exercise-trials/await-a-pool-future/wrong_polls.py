# fails: one key, while a heart beats; cancelled in the queue; five keys at once
import asyncio


async def fetch(legacy, key):
    future = legacy.submit(key)
    while not future.done():
        await asyncio.sleep(0.3)
    return future.result()

# fails: one key, while a heart beats
# status: out_of_time
# fails: an error of the library; five keys at once
# status: deadlocked
# fails: cancelled in the queue
# diagnosis: exception
# It waits for a future of another kind, whose end wakes no loop.
import asyncio


async def fetch(legacy, key):
    future = legacy.submit(key)
    await asyncio.wait([future])
    return future.result()

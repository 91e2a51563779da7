# attack: goes round and round at one instant
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def load(fetch, uids):
    while True:
        await asyncio.sleep(0)

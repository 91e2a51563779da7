# attack: lets the clock advance by one nanosecond at a time
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def load(fetch, uids):
    while True:
        await asyncio.sleep(1e-9)

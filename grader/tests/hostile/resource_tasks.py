# attack: starts tasks without end
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def load(fetch, uids):
    while True:
        asyncio.get_running_loop().create_task(asyncio.sleep(1000))

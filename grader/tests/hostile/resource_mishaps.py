# attack: lets a hundred thousand tasks fail that nobody asks, each with a long message
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def fail():
    raise ValueError("x" * 10_000)


async def load(fetch, uids):
    for _ in range(1_000):
        for _ in range(100):
            asyncio.create_task(fail())
        await asyncio.sleep(0)

# attack: begins one event loop after another at the same instant, so that none turns often
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def nothing():
    await asyncio.sleep(0)


def digest(first, number, last):
    while True:
        asyncio.run(nothing())

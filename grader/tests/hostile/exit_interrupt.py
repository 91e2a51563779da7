# attack: raises KeyboardInterrupt in a task of its own that nobody awaits
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio


async def leave():
    raise KeyboardInterrupt


async def load(fetch, uids):
    asyncio.get_running_loop().create_task(leave())
    await asyncio.sleep(1)
    return []

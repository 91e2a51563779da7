import asyncio
import time


async def nap(seconds):
    await asyncio.sleep(seconds)


async def load_later(fetch, ids):
    await asyncio.sleep(0.5)
    for _ in range(20):
        await asyncio.sleep(0)
    return await asyncio.gather(*(fetch(n) for n in ids))


async def block_and_load(fetch):
    time.sleep(2.0)
    return await fetch(1)


async def loop_time():
    return asyncio.get_running_loop().time()


async def wait_until(deadline):
    try:
        async with asyncio.timeout_at(deadline):
            await asyncio.sleep(100)
    except TimeoutError:
        return "there"

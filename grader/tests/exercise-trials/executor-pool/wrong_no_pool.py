# fails: seven jobs on three threads
# diagnosis: limit_exceeded
import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial


async def run_pool(jobs, workers):
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(None, partial(work, *args, **kwargs)) for work, args, kwargs in jobs]
    await asyncio.wait(futures)
    return [future.result() for future in futures]


async def use_default_pool(workers):
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(workers))

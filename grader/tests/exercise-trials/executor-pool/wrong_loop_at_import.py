# fails: *
import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

loop = asyncio.get_event_loop()


async def run_pool(jobs, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [loop.run_in_executor(pool, partial(work, *args, **kwargs)) for work, args, kwargs in jobs]
        await asyncio.wait(futures)
    return [future.result() for future in futures]


async def use_default_pool(workers):
    loop.set_default_executor(ThreadPoolExecutor(workers))

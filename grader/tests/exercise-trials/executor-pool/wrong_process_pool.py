# fails: a default pool of four
# diagnosis: exception
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial


async def run_pool(jobs, workers):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(workers) as pool:
        futures = [loop.run_in_executor(pool, partial(work, *args, **kwargs)) for work, args, kwargs in jobs]
        await asyncio.wait(futures)
    return [future.result() for future in futures]


async def use_default_pool(workers):
    asyncio.get_running_loop().set_default_executor(ProcessPoolExecutor(workers))

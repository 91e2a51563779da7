# fails: seven jobs on three threads
# diagnosis: blocked_loop
# fails: a job that fails
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def run_pool(jobs, workers):
    with ThreadPoolExecutor(workers) as pool:
        return [pool.submit(work, *args, **kwargs).result() for work, args, kwargs in jobs]


async def use_default_pool(workers):
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(workers))

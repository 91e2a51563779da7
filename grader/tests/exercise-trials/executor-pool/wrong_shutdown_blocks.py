# fails: seven jobs on three threads; a job that fails
# diagnosis: blocked_loop
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def run_pool(jobs, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(work, *args, **kwargs) for work, args, kwargs in jobs]
    return [future.result() for future in futures]


async def use_default_pool(workers):
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(workers))

import asyncio
import concurrent.futures


async def run_pool(jobs, workers):
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
    futures = [asyncio.wrap_future(pool.submit(work, *args, **kwargs)) for work, args, kwargs in jobs]
    results = await asyncio.gather(*futures, return_exceptions=True)
    pool.shutdown()
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


async def use_default_pool(workers):
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
    asyncio.get_running_loop().set_default_executor(pool)

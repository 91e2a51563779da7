import asyncio


async def collect(jobs, soft, progress):
    results = await asyncio.wait_for(asyncio.gather(*(job() for job in jobs)), soft)
    progress(len(results), 0)
    return results

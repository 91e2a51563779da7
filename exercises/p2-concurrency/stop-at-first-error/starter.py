import asyncio


async def run_batch(jobs):
    try:
        return sorted(await asyncio.gather(*(job() for job in jobs))), None
    except Exception as error:
        return [], error

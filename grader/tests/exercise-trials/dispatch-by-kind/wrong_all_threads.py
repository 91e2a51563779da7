# fails: each in its place, all at once
# diagnosis: wrong_count
# fails: two long computations, one process
# diagnosis: wrong_time
import asyncio


async def dispatch(jobs, process_pool):
    return await asyncio.gather(*(asyncio.to_thread(job.fn) for job in jobs))

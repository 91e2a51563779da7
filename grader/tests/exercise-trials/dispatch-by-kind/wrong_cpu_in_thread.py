# fails: each in its place, all at once
# diagnosis: wrong_count
# fails: two long computations, one process
import asyncio


async def dispatch(jobs, process_pool):
    async def run(job):
        if job.kind == "async":
            return await job.fn()
        return await asyncio.to_thread(job.fn)

    return await asyncio.gather(*map(run, jobs))

# fails: each in its place, all at once
# diagnosis: blocked_loop
# fails: two long computations, one process
# diagnosis: blocked_loop
import asyncio


async def dispatch(jobs, process_pool):
    async def run(job):
        if job.kind == "async":
            return await job.fn()
        if job.kind == "io":
            return await asyncio.to_thread(job.fn)
        return job.fn()

    return await asyncio.gather(*map(run, jobs))

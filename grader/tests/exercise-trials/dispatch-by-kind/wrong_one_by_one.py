# fails: each in its place, all at once
import asyncio


async def dispatch(jobs, process_pool):
    results = []
    for job in jobs:
        if job.kind == "async":
            results.append(await job.fn())
        elif job.kind == "io":
            results.append(await asyncio.to_thread(job.fn))
        else:
            results.append(await asyncio.get_running_loop().run_in_executor(process_pool, job.fn))
    return results

import asyncio


async def dispatch(jobs, process_pool):
    loop = asyncio.get_running_loop()
    results = [None] * len(jobs)

    async def run(place, job):
        if job.kind == "async":
            results[place] = await job.fn()
        elif job.kind == "io":
            results[place] = await loop.run_in_executor(None, job.fn)
        else:
            results[place] = await asyncio.wrap_future(process_pool.submit(job.fn))

    async with asyncio.TaskGroup() as group:
        for place, job in enumerate(jobs):
            group.create_task(run(place, job))
    return results

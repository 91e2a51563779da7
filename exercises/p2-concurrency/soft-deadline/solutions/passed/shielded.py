# A limit that cancels, kept away from the jobs by a shield.
import asyncio


async def collect(jobs, soft, progress):
    tasks = [asyncio.create_task(job()) for job in jobs]
    everything = asyncio.gather(*tasks)
    try:
        try:
            await asyncio.wait_for(asyncio.shield(everything), soft)
        except TimeoutError:
            pass
        ready = sum(task.done() for task in tasks)
        progress(ready, len(tasks) - ready)
        return await everything
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

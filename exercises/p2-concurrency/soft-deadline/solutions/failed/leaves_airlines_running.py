# fails: a search that is cancelled before the deadline asks nobody any longer
# diagnosis: wrong_cancellation
# Right until somebody cancels the first waiting: `wait` does not pass that on, `gather` does.
import asyncio


async def collect(jobs, soft, progress):
    tasks = [asyncio.create_task(job()) for job in jobs]
    done, pending = await asyncio.wait(tasks, timeout=soft)
    progress(len(done), len(pending))
    return await asyncio.gather(*tasks)

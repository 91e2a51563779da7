# fails: at the deadline progress is shown, and the search goes on
# fails: each airline is asked once, and none is called off
# fails: at the deadline there may be nothing yet
# fails: thirty airlines: the results come in the order of the jobs
# fails: a search that is cancelled after the deadline asks nobody any longer
# The limit cancels the jobs, and what they were about to answer is lost.
import asyncio


async def collect(jobs, soft, progress):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        async with asyncio.timeout(soft):
            await asyncio.gather(*tasks)
    except TimeoutError:
        pass
    ready = [task for task in tasks if not task.cancelled()]
    progress(len(ready), len(tasks) - len(ready))
    return [task.result() for task in ready]

# fails: at the deadline progress is shown, and the search goes on
# fails: each airline is asked once, and none is called off; when all is there before the deadline, nobody waits for it
# fails: at the deadline there may be nothing yet; thirty airlines: the results come in the order of the jobs
# fails: a search that is cancelled after the deadline asks nobody any longer
# Hands over the sets instead of how many tasks are in them.
import asyncio


async def collect(jobs, soft, progress):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
        done, pending = await asyncio.wait(tasks, timeout=soft)
        progress(done, pending)
    return [task.result() for task in tasks]

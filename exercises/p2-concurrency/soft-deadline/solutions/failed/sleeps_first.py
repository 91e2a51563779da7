# fails: when all is there before the deadline, nobody waits for it
# diagnosis: wrong_moment
# Sleeps until the deadline, even when there is nothing left to wait for.
import asyncio


async def collect(jobs, soft, progress):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
        await asyncio.sleep(soft)
        ready = sum(task.done() for task in tasks)
        progress(ready, len(tasks) - ready)
    return [task.result() for task in tasks]

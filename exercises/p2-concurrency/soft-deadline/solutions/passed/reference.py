import asyncio


async def collect(jobs, soft, progress):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
        done, pending = await asyncio.wait(tasks, timeout=soft)
        progress(len(done), len(pending))
    return [task.result() for task in tasks]

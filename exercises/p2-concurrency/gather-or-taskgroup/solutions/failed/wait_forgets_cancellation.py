# fails: best effort: when the caller is cancelled, so are the jobs
# diagnosis: tasks_left
# Unlike gather, asyncio.wait does not pass a cancellation on to the tasks it waits for.
import asyncio


async def best_effort(jobs):
    tasks = {name: asyncio.create_task(job()) for name, job in jobs}
    if tasks:
        await asyncio.wait(tasks.values())
    results = {name: task.result() for name, task in tasks.items() if task.exception() is None}
    errors = {name: task.exception() for name, task in tasks.items() if task.exception() is not None}
    return results, errors


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for _, job in jobs]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]

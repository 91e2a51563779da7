# fails: best effort: a failing job disturbs no other job
# fails: best effort: each exception is kept under its own name
# A TaskGroup cancels the jobs that could still have answered.
import asyncio


async def best_effort(jobs):
    results, errors = {}, {}
    tasks = {}
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(job()) for name, job in jobs}
    except ExceptionGroup:
        pass
    for name, task in tasks.items():
        if task.cancelled():
            continue
        if task.exception() is None:
            results[name] = task.result()
        else:
            errors[name] = task.exception()
    return results, errors


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for _, job in jobs]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]

# fails: best effort: all partners are asked at the same time
# diagnosis: wrong_order
# fails: best effort: a failing job disturbs no other job
# diagnosis: wrong_order
# fails: best effort: each exception is kept under its own name
# diagnosis: wrong_order
# Each job notes down how it ended, at the moment it ends: the dictionaries have the order of the endings.
import asyncio


async def best_effort(jobs):
    results, errors = {}, {}

    async def guarded(name, job):
        try:
            results[name] = await job()
        except Exception as error:
            errors[name] = error

    async with asyncio.TaskGroup() as group:
        for name, job in jobs:
            group.create_task(guarded(name, job))
    return results, errors


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for _, job in jobs]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]

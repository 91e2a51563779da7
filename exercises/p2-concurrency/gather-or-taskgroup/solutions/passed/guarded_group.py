# A TaskGroup for both pages: where failures must not spread, no task of the group lets one out.
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
    in_order = [name for name, _ in jobs]
    return (
        {name: results[name] for name in in_order if name in results},
        {name: errors[name] for name in in_order if name in errors},
    )


async def all_or_nothing(jobs):
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks.extend(group.create_task(job()) for _, job in jobs)
    except* Exception as failures:
        raise failures.exceptions[0]
    return [task.result() for task in tasks]

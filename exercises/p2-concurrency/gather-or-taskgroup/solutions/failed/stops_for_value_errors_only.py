# fails: all or nothing: jobs that are called off finish their clean-up first
# diagnosis: expected_exception
# Takes ValueErrors out of the group; an error of another type comes out as a group.
import asyncio


async def best_effort(jobs):
    outcomes = await asyncio.gather(*(job() for _, job in jobs), return_exceptions=True)
    results, errors = {}, {}
    for (name, _), outcome in zip(jobs, outcomes):
        (errors if isinstance(outcome, Exception) else results)[name] = outcome
    return results, errors


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for _, job in jobs]
    except* ValueError as failures:
        raise failures.exceptions[0]
    return [task.result() for task in tasks]

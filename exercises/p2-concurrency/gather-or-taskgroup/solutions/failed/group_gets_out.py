# fails: all or nothing: the first failure calls off the other jobs
# diagnosis: expected_exception
# fails: all or nothing: jobs that are called off finish their clean-up first
# diagnosis: expected_exception
# The group itself comes out, and `except ValueError` of the caller does not see it.
import asyncio


async def best_effort(jobs):
    outcomes = await asyncio.gather(*(job() for _, job in jobs), return_exceptions=True)
    results, errors = {}, {}
    for (name, _), outcome in zip(jobs, outcomes):
        (errors if isinstance(outcome, Exception) else results)[name] = outcome
    return results, errors


async def all_or_nothing(jobs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for _, job in jobs]
    return [task.result() for task in tasks]

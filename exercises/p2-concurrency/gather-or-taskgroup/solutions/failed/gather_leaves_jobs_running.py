# fails: all or nothing: the first failure calls off the other jobs
# diagnosis: tasks_left
# fails: all or nothing: jobs that are called off finish their clean-up first
# diagnosis: tasks_left
# gather raises the right exception at the right time, but nobody stops the other jobs.
import asyncio


async def best_effort(jobs):
    outcomes = await asyncio.gather(*(job() for _, job in jobs), return_exceptions=True)
    results, errors = {}, {}
    for (name, _), outcome in zip(jobs, outcomes):
        (errors if isinstance(outcome, Exception) else results)[name] = outcome
    return results, errors


async def all_or_nothing(jobs):
    return await asyncio.gather(*(job() for _, job in jobs))

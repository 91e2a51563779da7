# fails: all or nothing: jobs that are called off finish their clean-up first
# diagnosis: tasks_left
# Asks the other jobs to stop, and does not wait until they have.
import asyncio


async def best_effort(jobs):
    outcomes = await asyncio.gather(*(job() for _, job in jobs), return_exceptions=True)
    results, errors = {}, {}
    for (name, _), outcome in zip(jobs, outcomes):
        (errors if isinstance(outcome, Exception) else results)[name] = outcome
    return results, errors


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for _, job in jobs]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        raise

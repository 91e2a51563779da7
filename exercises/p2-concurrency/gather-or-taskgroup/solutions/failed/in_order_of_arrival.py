# fails: all or nothing: results come in the order of the jobs
# Collects results in the order in which jobs end.
import asyncio


async def best_effort(jobs):
    outcomes = await asyncio.gather(*(job() for _, job in jobs), return_exceptions=True)
    results, errors = {}, {}
    for (name, _), outcome in zip(jobs, outcomes):
        (errors if isinstance(outcome, Exception) else results)[name] = outcome
    return results, errors


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for _, job in jobs]
    results = []
    try:
        for ending in asyncio.as_completed(tasks):
            results.append(await ending)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results

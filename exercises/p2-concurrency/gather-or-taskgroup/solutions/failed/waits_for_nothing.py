# fails: no jobs at all
# status: errored
# diagnosis: exception
# asyncio.wait refuses an empty collection.
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
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        for task in tasks:
            if task.done() and task.exception() is not None:
                raise task.exception()
        return [task.result() for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

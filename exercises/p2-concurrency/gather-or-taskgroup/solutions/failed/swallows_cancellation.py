# fails: best effort: when the caller is cancelled, so are the jobs
# diagnosis: expected_exception
# `except BaseException` takes the cancellation for the failure of a job and goes on.
import asyncio


async def best_effort(jobs):
    async def guarded(job):
        try:
            return await job(), None
        except BaseException as error:
            return None, error

    tasks = [asyncio.create_task(guarded(job)) for _, job in jobs]
    outcomes = []
    for task in tasks:
        try:
            outcomes.append(await task)
        except BaseException as error:
            outcomes.append((None, error))
    results, errors = {}, {}
    for (name, _), (value, error) in zip(jobs, outcomes):
        if error is None:
            results[name] = value
        else:
            errors[name] = error
    return results, errors


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for _, job in jobs]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]

# fails: best effort: all partners are asked at the same time; all or nothing: results come in the order of the jobs
# fails: best effort: a failing job disturbs no other job; best effort: when the caller is cancelled, so are the jobs
# fails: all or nothing: the first failure calls off the other jobs
# fails: all or nothing: jobs that are called off finish their clean-up first
# fails: best effort: each exception is kept under its own name
# fails: all or nothing: when the caller is cancelled, so are the jobs
# Tasks are made, but each is waited for before the next one is made.
import asyncio


async def best_effort(jobs):
    results, errors = {}, {}
    for name, job in jobs:
        try:
            results[name] = await asyncio.create_task(job())
        except Exception as error:
            errors[name] = error
    return results, errors


async def all_or_nothing(jobs):
    results = []
    for _, job in jobs:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(job())
        results.append(task.result())
    return results

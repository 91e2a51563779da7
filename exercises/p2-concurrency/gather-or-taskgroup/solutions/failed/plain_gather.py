# fails: best effort: a failing job disturbs no other job
# fails: best effort: each exception is kept under its own name
# gather without return_exceptions: the first failure comes out at 1.0 s, and every result is lost.
import asyncio


async def best_effort(jobs):
    results, errors = {}, {}
    try:
        values = await asyncio.gather(*(job() for _, job in jobs))
        results = {name: value for (name, _), value in zip(jobs, values)}
    except Exception as error:
        errors["?"] = error
    return results, errors


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for _, job in jobs]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]

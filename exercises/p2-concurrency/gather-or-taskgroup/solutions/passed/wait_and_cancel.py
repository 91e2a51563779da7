# By hand, with asyncio.wait: what TaskGroup does, one step at a time.
import asyncio


async def stop(tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def best_effort(jobs):
    tasks = {name: asyncio.create_task(job()) for name, job in jobs}
    try:
        if tasks:
            await asyncio.wait(tasks.values())
    except asyncio.CancelledError:
        await stop(tasks.values())
        raise
    results = {name: task.result() for name, task in tasks.items() if task.exception() is None}
    errors = {name: task.exception() for name, task in tasks.items() if task.exception() is not None}
    return results, errors


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for _, job in jobs]
    try:
        return await asyncio.gather(*tasks)
    finally:
        await stop(tasks)

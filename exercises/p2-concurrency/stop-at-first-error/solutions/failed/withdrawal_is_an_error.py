# fails: a withdrawn job is no failure
# Takes a withdrawn job for a failed one.
import asyncio


async def run_batch(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    copied, error = [], None
    try:
        async for task in asyncio.as_completed(tasks):
            try:
                copied.append(task.result())
            except BaseException as failure:
                error = failure
                break
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(copied), error

# Looks at each job as it ends, and leaves the loop at the first failure.
import asyncio


async def run_batch(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    copied, error = [], None
    try:
        async for task in asyncio.as_completed(tasks):
            if task.cancelled():
                continue
            if error := task.exception():
                break
            copied.append(task.result())
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(copied), error

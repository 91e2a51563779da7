import asyncio


async def run_batch(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    if not tasks:
        return [], None
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    ended = [task for task in done if not task.cancelled()]
    copied = sorted(task.result() for task in ended if not task.exception())
    return copied, next((task.exception() for task in ended if task.exception()), None)

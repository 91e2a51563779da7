import asyncio


async def stream(jobs, on_result, on_error):
    names = {asyncio.create_task(job()): name for name, job in jobs}
    try:
        async for task in asyncio.as_completed(names):
            if error := task.exception():
                on_error(names[task], error)
            else:
                on_result(names[task], task.result())
    finally:
        for task in names:
            task.cancel()
        await asyncio.gather(*names, return_exceptions=True)

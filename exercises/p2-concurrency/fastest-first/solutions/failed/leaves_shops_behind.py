# fails: when the visitor leaves, the other shops are no longer waited for
# diagnosis: wrong_cancellation
# Right until the visitor leaves: as_completed cancels nothing.
import asyncio


async def stream(jobs, on_result, on_error):
    names = {asyncio.create_task(job()): name for name, job in jobs}
    async for task in asyncio.as_completed(names):
        if error := task.exception():
            on_error(names[task], error)
        else:
            on_result(names[task], task.result())

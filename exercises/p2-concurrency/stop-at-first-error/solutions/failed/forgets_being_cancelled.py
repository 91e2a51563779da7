# fails: a run that is cancelled cancels its jobs
# diagnosis: wrong_cancellation
# Calls off the rest after a failure, but not when it is itself cancelled.
import asyncio


async def run_batch(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    if not tasks:
        return [], None
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    ended = [task for task in done if not task.cancelled()]
    copied = sorted(task.result() for task in ended if not task.exception())
    return copied, next((task.exception() for task in ended if task.exception()), None)

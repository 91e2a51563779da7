# fails: a failure ends the run, and what was copied before is reported
# fails: without a failure all is copied, and the report is sorted
# fails: the run goes on until the first failure, not only until the first job has ended
# fails: a withdrawn job is no failure
# fails: jobs that are called off finish their clean-up first, and what fails there is not reported
# fails: a run that is cancelled cancels its jobs
# Stops as soon as any job has ended.
import asyncio


async def run_batch(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    if not tasks:
        return [], None
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    ended = [task for task in done if not task.cancelled()]
    copied = sorted(task.result() for task in ended if not task.exception())
    return copied, next((task.exception() for task in ended if task.exception()), None)

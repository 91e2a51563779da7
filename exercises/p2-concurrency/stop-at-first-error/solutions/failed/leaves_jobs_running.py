# fails: a failure ends the run, and what was copied before is reported
# diagnosis: wrong_cancellation
# fails: the run goes on until the first failure, not only until the first job has ended
# diagnosis: wrong_cancellation
# fails: jobs that are called off finish their clean-up first, and what fails there is not reported
# fails: a run that is cancelled cancels its jobs
# diagnosis: wrong_cancellation
# `wait` cancels nobody: the other copies go on.
import asyncio


async def run_batch(jobs):
    if not jobs:
        return [], None
    done, _ = await asyncio.wait(
        [asyncio.create_task(job()) for job in jobs], return_when=asyncio.FIRST_EXCEPTION
    )
    ended = [task for task in done if not task.cancelled()]
    copied = sorted(task.result() for task in ended if not task.exception())
    return copied, next((task.exception() for task in ended if task.exception()), None)

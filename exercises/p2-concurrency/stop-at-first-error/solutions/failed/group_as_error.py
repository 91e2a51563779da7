# fails: a failure ends the run, and what was copied before is reported
# fails: the run goes on until the first failure, not only until the first job has ended
# fails: jobs that are called off finish their clean-up first, and what fails there is not reported
# Reports the group instead of the error of the job that failed.
import asyncio


async def run_batch(jobs):
    copied = []

    async def run(job):
        copied.append(await job())

    try:
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(run(job))
    except ExceptionGroup as failures:
        return sorted(copied), failures
    return sorted(copied), None

# fails: without a failure all is copied, and the report is sorted
# diagnosis: wrong_order
# fails: the run goes on until the first failure, not only until the first job has ended
# passes: nothing to copy
# The report has the names in the order in which the copies were ready.
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
        return copied, failures.exceptions[0]
    return copied, None

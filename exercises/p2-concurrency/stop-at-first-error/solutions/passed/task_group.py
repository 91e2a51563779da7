# A TaskGroup stops at the first error by itself; each job notes down what it has copied.
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
        return sorted(copied), failures.exceptions[0]
    return sorted(copied), None

# No waiting for the next one: every job reports itself.
import asyncio


async def stream(jobs, on_result, on_error):
    async def report(name, job):
        try:
            result = await job()
        except Exception as error:
            on_error(name, error)
        else:
            on_result(name, result)

    async with asyncio.TaskGroup() as group:
        for name, job in jobs:
            group.create_task(report(name, job))

# fails: a shop that fails is reported, and the others are still shown
# fails: several shops may fail, the first and the last among them
# Each job reports itself, but lets its error out: the group cancels the other shops.
import asyncio


async def stream(jobs, on_result, on_error):
    async def report(name, job):
        try:
            on_result(name, await job())
        except Exception as error:
            on_error(name, error)
            raise

    try:
        async with asyncio.TaskGroup() as group:
            for name, job in jobs:
                group.create_task(report(name, job))
    except ExceptionGroup:
        pass

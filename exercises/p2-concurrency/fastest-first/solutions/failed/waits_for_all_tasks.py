# fails: several shops may fail, the first and the last among them
# fails: other tasks of the program are left alone
# fails: when the visitor leaves, the other shops are no longer waited for
# passes: no shops at all
# After a failure, collects the rest by asking the event loop for all tasks.
import asyncio


async def stream(jobs, on_result, on_error):
    async def named(name, job):
        try:
            on_result(name, await job())
        except Exception as error:
            on_error(name, error)
            raise

    try:
        for arrival in asyncio.as_completed([named(name, job) for name, job in jobs]):
            await arrival
    except Exception:
        pass
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            await task

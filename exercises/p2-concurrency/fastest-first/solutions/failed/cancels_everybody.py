# fails: other tasks of the program are left alone
# diagnosis: wrong_cancellation
# To leave nothing behind, it cancels all tasks there are, those of others among them.
import asyncio


async def stream(jobs, on_result, on_error):
    async def report(name, job):
        try:
            result = await job()
        except Exception as error:
            on_error(name, error)
        else:
            on_result(name, result)

    try:
        await asyncio.gather(*(report(name, job) for name, job in jobs))
    finally:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

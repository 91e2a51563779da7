# asyncio.wait, again and again, until nothing is pending.
import asyncio


async def stream(jobs, on_result, on_error):
    names = {asyncio.create_task(job()): name for name, job in jobs}
    pending = set(names)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                try:
                    result = task.result()
                except Exception as error:
                    on_error(names[task], error)
                else:
                    on_result(names[task], result)
    except asyncio.CancelledError:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        raise

# fails: no shops at all
# status: errored
# diagnosis: exception
# `wait` refuses an empty collection: the first round must not be taken for granted.
import asyncio


async def stream(jobs, on_result, on_error):
    names = {asyncio.create_task(job()): name for name, job in jobs}
    pending = set(names)
    try:
        while True:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if error := task.exception():
                    on_error(names[task], error)
                else:
                    on_result(names[task], task.result())
            if not pending:
                return
    finally:
        for task in names:
            task.cancel()
        await asyncio.gather(*names, return_exceptions=True)

# fails: each offer is shown at the moment it arrives
# fails: a shop that fails is reported, and the others are still shown
# fails: several shops may fail, the first and the last among them
# fails: thirty shops: every offer is shown under its own name
# fails: other tasks of the program are left alone
# fails: when the visitor leaves, the other shops are no longer waited for
# diagnosis: wrong_cancellation
# All are started, but looked at in the order of the list: a quick one has to wait for a slow one before it.
import asyncio


async def stream(jobs, on_result, on_error):
    tasks = [(name, asyncio.create_task(job())) for name, job in jobs]
    for name, task in tasks:
        try:
            on_result(name, await task)
        except Exception as error:
            on_error(name, error)

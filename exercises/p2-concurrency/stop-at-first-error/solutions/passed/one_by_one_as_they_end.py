# A plain `for` over as_completed; the jobs note what they have copied, and `wait` waits for their clean-up.
import asyncio


async def run_batch(jobs):
    copied, first_error = [], None

    async def run(job):
        try:
            copied.append(await job())
        except asyncio.CancelledError:
            pass

    tasks = [asyncio.create_task(run(job)) for job in jobs]
    try:
        for ending in asyncio.as_completed(tasks):
            try:
                await ending
            except Exception as error:
                first_error = error
                break
    finally:
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
    return sorted(copied), first_error

# fails: thirty airlines: the results come in the order of the jobs
# diagnosis: wrong_order
# passes: when all is there before the deadline, nobody waits for it; a search that is cancelled before the deadline asks nobody any longer
# Puts the results together from `done` and `pending`, which have no order.
import asyncio


async def collect(jobs, soft, progress):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        done, pending = await asyncio.wait(tasks, timeout=soft)
        progress(len(done), len(pending))
        if not pending:
            return [task.result() for task in tasks]
        return [task.result() for task in done] + await asyncio.gather(*pending)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

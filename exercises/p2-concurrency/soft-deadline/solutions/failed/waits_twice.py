# fails: a search that is cancelled before the deadline asks nobody any longer
# diagnosis: wrong_cancellation
# fails: a search that is cancelled after the deadline asks nobody any longer
# diagnosis: wrong_cancellation
# Uses `wait` for both waitings; neither passes a cancellation on.
import asyncio


async def collect(jobs, soft, progress):
    tasks = [asyncio.create_task(job()) for job in jobs]
    done, pending = await asyncio.wait(tasks, timeout=soft)
    progress(len(done), len(pending))
    if pending:
        await asyncio.wait(pending)
    return [task.result() for task in tasks]

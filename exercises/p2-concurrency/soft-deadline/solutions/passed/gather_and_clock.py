# gather waits for all; a second task beside it looks at the clock.
import asyncio


async def collect(jobs, soft, progress):
    tasks = [asyncio.create_task(job()) for job in jobs]

    def show():
        ready = sum(task.done() for task in tasks)
        progress(ready, len(tasks) - ready)

    clock = asyncio.get_running_loop().call_later(soft, show)
    try:
        results = await asyncio.gather(*tasks)
    finally:
        early = clock.when() > asyncio.get_running_loop().time()
        clock.cancel()
    if early:
        show()
    return results

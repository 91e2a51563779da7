import asyncio


async def fetch_or_default(op, timeout, default):
    task = asyncio.create_task(op())
    try:
        done, _ = await asyncio.wait([task], timeout=timeout)
        return task.result() if done else default
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait([task])

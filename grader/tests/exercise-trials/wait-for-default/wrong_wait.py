# fails: too slow: the default, and the operation is stopped
# diagnosis: wrong_cancellation
# fails: cancelled from outside
# diagnosis: wrong_cancellation
import asyncio


async def fetch_or_default(op, timeout, default):
    task = asyncio.create_task(op())
    done, _ = await asyncio.wait([task], timeout=timeout)
    return task.result() if done else default

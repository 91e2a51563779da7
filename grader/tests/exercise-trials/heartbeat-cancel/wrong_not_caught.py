# fails: five seconds of work; the work fails
# diagnosis: exception
import asyncio


async def heartbeat(beat, close):
    try:
        while True:
            beat()
            await asyncio.sleep(2)
    finally:
        await asyncio.sleep(0.1)
        close()


async def with_heartbeat(work, beat, close):
    task = asyncio.create_task(heartbeat(beat, close))
    try:
        return await work()
    finally:
        task.cancel()
        await task

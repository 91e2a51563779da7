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
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(heartbeat(beat, close))
            result = await work()
            task.cancel()
    except* ValueError as errors:
        raise errors.exceptions[0]
    return result

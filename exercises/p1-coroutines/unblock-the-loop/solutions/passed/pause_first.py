import asyncio


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if attempt > 1:
            await asyncio.sleep(interval)
        if check():
            return attempt
    return None

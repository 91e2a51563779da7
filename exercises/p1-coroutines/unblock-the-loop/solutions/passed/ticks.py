import asyncio


async def ticks(interval, count):
    for number in range(1, count):
        yield number
        await asyncio.sleep(interval)
    yield count


async def poll(check, interval, attempts):
    async for attempt in ticks(interval, attempts):
        if check():
            return attempt
    return None

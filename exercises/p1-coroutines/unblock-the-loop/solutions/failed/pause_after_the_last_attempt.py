# fails: never up: told right after the last attempt
# diagnosis: wrong_time
# fails: other intervals, other limits, and a success at the last attempt
import asyncio


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        await asyncio.sleep(interval)
    return None

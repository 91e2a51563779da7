# fails: who gives up waiting can do so during a pause
# diagnosis: expected_exception
# Treats being cancelled as the end of a pause like any other, and tells nobody.
import asyncio


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            try:
                await asyncio.sleep(interval)
            except asyncio.CancelledError:
                return None
    return None

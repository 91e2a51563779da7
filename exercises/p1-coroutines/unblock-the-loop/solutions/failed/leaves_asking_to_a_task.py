# fails: *
# The answer comes when nobody waits for it any more.
import asyncio


async def ask(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            await asyncio.sleep(interval)
    return None


async def poll(check, interval, attempts):
    return asyncio.create_task(ask(check, interval, attempts))

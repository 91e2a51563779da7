# fails: up at the third attempt, after two pauses; the spinner goes on turning; up from the beginning: no pause at all
# fails: other intervals, other limits, and a success at the last attempt; a dozen roll-outs are watched at once
import asyncio


async def poll(check, interval, attempts):
    for attempt in range(attempts):
        if check():
            return attempt
        if attempt < attempts - 1:
            await asyncio.sleep(interval)
    return None

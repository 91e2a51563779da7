# fails: up at the third attempt, after two pauses; the spinner goes on turning
# diagnosis: never_awaited
# fails: never up: told right after the last attempt; other intervals, other limits, and a success at the last attempt
# diagnosis: never_awaited
# fails: a dozen roll-outs are watched at once; who gives up waiting can do so during a pause
# diagnosis: never_awaited
import asyncio


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            asyncio.sleep(interval)
    return None

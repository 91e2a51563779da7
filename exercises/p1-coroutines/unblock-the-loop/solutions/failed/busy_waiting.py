# fails: up at the third attempt, after two pauses; the spinner goes on turning
# status: killed
# diagnosis: resource_limit
# fails: never up: told right after the last attempt
# status: killed
# fails: other intervals, other limits, and a success at the last attempt
# status: killed
# fails: who gives up waiting can do so during a pause; a dozen roll-outs are watched at once
# status: killed
# Gives way, but never rests: the processor is busy looking at the clock.
import asyncio
import time


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            end = time.monotonic() + interval
            while time.monotonic() < end:
                await asyncio.sleep(0)
    return None

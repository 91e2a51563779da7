# fails: the spinner goes on turning
# diagnosis: wrong_count
# fails: a dozen roll-outs are watched at once
# The loop stays free, but every waiting roll-out takes up a thread, and there are not as many.
import asyncio
import time


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            await asyncio.to_thread(time.sleep, interval)
    return None

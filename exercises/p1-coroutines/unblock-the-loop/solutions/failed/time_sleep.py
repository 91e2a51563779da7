# fails: up at the third attempt, after two pauses; the spinner goes on turning
# diagnosis: blocked_loop
# fails: never up: told right after the last attempt
# diagnosis: blocked_loop
# fails: other intervals, other limits, and a success at the last attempt
# diagnosis: blocked_loop
# fails: who gives up waiting can do so during a pause; a dozen roll-outs are watched at once
# diagnosis: blocked_loop
import time


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            time.sleep(interval)
    return None

# fails: *
# status: killed
# diagnosis: resource_limit
# Neither rests nor gives way. (Virtual time stands still while something computes; real time would end this loop, and
# the event loop would be blocked all the same.)
import time


async def poll(check, interval, attempts):
    for attempt in range(1, attempts + 1):
        if check():
            return attempt
        if attempt < attempts:
            end = time.monotonic() + interval
            while time.monotonic() < end:
                pass
    return None

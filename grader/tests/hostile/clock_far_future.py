# attack: sets timers and sleeps at the very end of time, and beyond, to overflow what counts it
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio
import time

ENDS = (9.007199254740993e6, 8.999999e6, 1e18, 1.7e308, float("inf"), 2**63, 2**64)


async def load(fetch, uids):
    loop = asyncio.get_running_loop()
    for end in ENDS:
        loop.call_later(end, time.sleep, end)
        loop.call_at(-end, print, end)
        try:
            await asyncio.wait_for(asyncio.sleep(end), 0.0)
        except (TimeoutError, ValueError, OverflowError):
            continue


def digest(first, number, last):
    for end in ENDS:
        try:
            time.sleep(end)
        except (ValueError, OverflowError):
            continue

# attack: stops its own clock and lets the loop believe that no time passes
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio

from overlap import _clock, _loop


async def load(fetch, uids):
    loop = asyncio.get_running_loop()
    loop.time = lambda: 0.0
    _clock.loop_time_to_ns = lambda when: 0
    got = []
    for uid in uids:
        await asyncio.sleep(0.001)
        got.append(await fetch(uid))
    return got

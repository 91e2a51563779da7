# attack: turns at one instant without an end, with the count of its turns taken away
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio

from overlap import _loop

_loop.MAX_TURNS_AT_INSTANT = float("inf")
_loop._HostSelector._look_at_clock = lambda self: None


async def load(fetch, uids):
    while True:
        await asyncio.sleep(0)

# attack: works one after another and sets every clock back that it can reach
# expect: overall=failed scenario=failed|errored passed=1
import time

from overlap import _clock, _loop

for name in ("monotonic", "time", "perf_counter", "monotonic_ns", "time_ns", "perf_counter_ns"):
    setattr(time, name, lambda: 0)
_clock.now_ns = lambda: 0
_clock.MONOTONIC_ORIGIN_NS = 0
_loop.VirtualLoop.time = lambda self: 5000.0


async def load(fetch, uids):
    return [await fetch(uid) for uid in uids]

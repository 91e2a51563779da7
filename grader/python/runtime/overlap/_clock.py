"""Virtual time as CPython sees it. The clocks themselves need no patch: the interpreter's clock source is virtual.

Only waiting must be taught to ask the host: a real sleep would spin on a clock that never moves by itself.
"""

import math
import operator
import time

from . import _bridge, _where

MAX_NS = 9_000_000_000_000_000  # about 104 days; JSON and JavaScript still hold it exactly
MONOTONIC_ORIGIN_NS = time.monotonic_ns()  # taken while the image is built, at virtual time zero


def to_ns(seconds):
    """Seconds to integer nanoseconds, rounded to the nearest and clamped to what the world can hold."""
    value = float(seconds)
    if math.isnan(value):
        raise ValueError("Invalid value NaN (not a number)")
    return MAX_NS if value >= MAX_NS / 1e9 else max(0, round(value * 1e9))


def loop_time_to_ns(when):
    """An instant of the loop's clock as nanoseconds since the scenario began."""
    if when - MONOTONIC_ORIGIN_NS / 1e9 >= MAX_NS / 1e9:
        return MAX_NS
    return max(0, round(when * 1e9) - MONOTONIC_ORIGIN_NS)


def now_ns():
    """Virtual nanoseconds since the scenario began."""
    return time.monotonic_ns() - MONOTONIC_ORIGIN_NS


def sleep(seconds, /):
    """time.sleep: blocks the thread that calls it, which on the loop's thread stops everything else there."""
    if not isinstance(seconds, float):
        seconds = operator.index(seconds)
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    _bridge.request("block", to_ns(seconds), *_where.origin())


sleep.__name__ = sleep.__qualname__ = "sleep"
sleep.__module__ = "time"


def _processor_clock(name, reading):
    """A clock of processor time. Computing takes no virtual time, so it stands still; WebAssembly has none of its own."""
    def clock():
        return reading

    clock.__name__ = clock.__qualname__ = name
    clock.__module__ = "time"
    setattr(time, name, clock)


def install():
    """Replace the one function of `time` that waits, and the clocks that the interpreter's clock source lacks."""
    time.sleep = sleep
    for name in ("process_time", "thread_time"):
        _processor_clock(name, 0.0)
        _processor_clock(f"{name}_ns", 0)

"""The virtual event loop: real asyncio (tasks, futures, timers of CPython) on a clock that the host moves.

Two ways to run. Normally the host pumps it: run all that is ready, say when the next timer is due. When code starts a
loop of its own (asyncio.run in a plain function), that loop waits by asking the host, which runs the rest of the world
meanwhile. Both are the same class; only what `select` does differs.
"""

import asyncio
import heapq
import itertools
import sys
import threading
from asyncio import base_events, events

from . import _absent, _bridge, _clock, _observe, _tasks, _waiting, _where

#: After this many turns of the loop at one instant the host is asked whether to go on.
TURNS_PER_PUMP = 2_000
#: A loop that has turned so often without time going on will never stop.
MAX_TURNS_AT_INSTANT = 10_000
_TURNS_PER_LOOK = 1_000


class _HostSelector:
    """Stands where the I/O selector would be: there is no I/O, only the host that delivers messages."""

    def __init__(self, loop):
        self.loop = loop
        self.pumped = False
        self.wait = 0  # the number of the wait that this loop's thread is in
        self._turns = 0
        self._instant = None

    def _look_at_clock(self):
        now = _clock.now_ns()
        if now != self._instant:
            self._instant, self._turns = now, 0
        elif self._turns >= MAX_TURNS_AT_INSTANT:
            _bridge.request("exhausted", "steps", _observe.line_of_ready(self.loop))

    def select(self, timeout):
        self._turns += 1
        if self._turns % _TURNS_PER_LOOK == 0:
            self._look_at_clock()
        if self.pumped or timeout is not None and timeout <= 0:
            return []
        until = None if timeout is None else _clock.now_ns() + _clock.to_ns(timeout)
        self.wait = next(_waiting.numbers)
        try:
            deliver(_bridge.request("wait", self.wait, until, *_where.origin()))
        finally:
            self.wait = 0
        return []

    def get_map(self):
        return {}

    def close(self):
        pass


#: Set by the entry module: takes the host's messages to the futures that wait for them.
deliver = None

_timer_numbers = itertools.count()


class _Timer(events.TimerHandle):
    """Timers of one virtual instant fire in the order they were made. On a real clock no two instants are equal, so
    asyncio's heap of bare instants never has to say."""

    __slots__ = ("_order",)

    def __init__(self, when, *rest):
        super().__init__(when, *rest)
        self._order = (round(max(-1e6, min(when, 1e8)) * 1e9), next(_timer_numbers))

    def __lt__(self, other):
        return self._order < other._order


class VirtualLoop(_tasks.NotingLoop, base_events.BaseEventLoop):
    """asyncio's base loop without a selector, a self-pipe or signals."""

    def __init__(self):
        super().__init__()
        self._selector = _HostSelector(self)
        self._clock_resolution = 1e-9

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        # Another thread has given it something to do: it may stand still, or be the one that the host pumps.
        if self._selector.wait or self._thread_id != threading.get_ident():
            _waiting.wake(self._selector.wait)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = _Timer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def has_work_now(self):
        """True when a callback is ready or a timer is due at the present instant."""
        if self._ready:
            return True
        return bool(self._scheduled) and self._scheduled[0]._when < self.time() + self._clock_resolution

    def next_timer_ns(self):
        """When the earliest timer that is not cancelled is due, or None."""
        while self._scheduled and self._scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(self._scheduled)._scheduled = False
        return _clock.loop_time_to_ns(self._scheduled[0]._when) if self._scheduled else None

    def pump(self):
        """Run all that is ready now. Returns (next timer or None, whether there is more to run at this instant)."""
        outer = events._get_running_loop()
        events._set_running_loop(None)
        self._selector.pumped = True
        self._run_forever_setup()
        try:
            turns = 0
            while self.has_work_now() and turns < TURNS_PER_PUMP:
                self._run_once()
                turns += 1
        finally:
            self._run_forever_cleanup()
            self._selector.pumped = False
            events._set_running_loop(outer)
        return self.next_timer_ns(), self.has_work_now()


def install():
    """Make every way of asking for a loop give a virtual one."""
    _absent.refuse_on(VirtualLoop)
    for module in (asyncio, events, sys.modules.get("asyncio.unix_events")):
        for name in ("SelectorEventLoop", "EventLoop", "DefaultEventLoop"):
            if module is not None and hasattr(module, name):
                setattr(module, name, VirtualLoop)
    asyncio.new_event_loop = events.new_event_loop = VirtualLoop
    default_policy = getattr(asyncio, "_DefaultEventLoopPolicy", None) or getattr(events, "_BaseDefaultEventLoopPolicy", None)
    if default_policy is not None:
        default_policy._loop_factory = VirtualLoop

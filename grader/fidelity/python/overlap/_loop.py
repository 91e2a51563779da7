"""CPython's own event loop on its own selector. It reads the process's clock, and says when it rests."""

import asyncio
import selectors
import sys
import threading
from asyncio import events

from . import _clock, _tasks

deliver = None


class _Selector(selectors.DefaultSelector):
    loop = None

    def select(self, timeout=None):
        if timeout is not None and timeout <= 0 or self.loop not in _clock.loops:
            return super().select(timeout)
        self.loop.rest(timeout)
        try:
            return super().select(None)
        finally:
            self.loop.rise()


class _Timer(events.TimerHandle):
    """No two are due at the same instant, because on a real machine every look at the clock takes time."""

    def __init__(self, when, *rest):
        super().__init__(when, *rest)
        self._asked, self._when = when, _clock.distinct(when)

    def when(self):
        return self._asked


class VirtualLoop(_tasks.NotingLoop, asyncio.SelectorEventLoop):
    """The name is the one by which the product's runtime asks for a loop; nothing here is virtual but the time."""

    def __init__(self, selector=None):
        made = _Selector()
        super().__init__(made)
        made.loop = self
        self._clock_resolution = 2 * _clock.STEP_NS / 1e9
        self.thread = None
        self.rest_due = None
        self.is_in_select = False
        self.turns_expected = 0

    @property
    def is_resting(self):
        return self.is_in_select and self.turns_expected == 0

    def time(self):
        return _clock.exact()

    def run_forever(self):
        with _clock.changing:
            self.thread, self.is_in_select = threading.get_ident(), False
            _clock.loops[self] = True
        try:
            super().run_forever()
        finally:
            with _clock.changing:
                _clock.loops.pop(self, None)
                self.turns_expected = 0

    def rest(self, timeout):
        with _clock.changing:
            self.is_in_select = True
            self.rest_due = _clock.due_of(self._scheduled[0]._when) if timeout is not None and self._scheduled else None

    def rise(self):
        with _clock.changing:
            self.is_in_select, self.rest_due = False, None

    def expect_turn(self):
        """It counts as awake until a turn that has not begun yet has come through."""
        self.turns_expected += 1

    def wake(self, *callbacks):
        """From another thread: runs callbacks on the loop; expect_turn() was called before."""
        try:
            for callback in callbacks:
                self.call_soon_threadsafe(*callback)
            self.call_soon_threadsafe(self._take_turn)
        except RuntimeError:
            self._take_turn()  # closed meanwhile

    def _take_turn(self):
        with _clock.changing:
            self.turns_expected = max(0, self.turns_expected - 1)


def install():
    """Every way of asking for a loop gives one that can be watched."""
    events.TimerHandle = _Timer
    for module in (asyncio, events, sys.modules["asyncio.unix_events"]):
        for name in ("SelectorEventLoop", "EventLoop"):
            if hasattr(module, name):
                setattr(module, name, VirtualLoop)
    policy = getattr(sys.modules["asyncio.unix_events"], "_UnixDefaultEventLoopPolicy", None)
    if policy is None:
        policy = sys.modules["asyncio.unix_events"]._DefaultEventLoopPolicy
    policy._loop_factory = VirtualLoop

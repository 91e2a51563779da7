"""Standing still: how a thread waits until another one ends the wait, or an instant has come.

Loaded before everything of the standard library that makes locks, so that it may import only what is built in.
"""

import _thread
from itertools import count

MAIN_IDENT = _thread.get_ident()

#: Numbers of waits and of threads that are to begin; the host knows them by these.
numbers = count(1)


class _Here(_thread._local):
    """What belongs to the thread that looks. CPython keeps it with the thread's own state."""

    ident = MAIN_IDENT
    row = None  # of the timeline
    label = None  # what it runs, for whoever explains why it waits
    failed = False


here = _Here()

#: Who stands still, by the number of the wait: (label, what is waited for, line).
standing = {}


def get_ident():
    """The number of the thread that asks."""
    return here.ident


class Wait:
    """One wait of one thread. `over` says whether somebody has ended it."""

    __slots__ = ("number", "over")

    def __init__(self):
        self.number = next(numbers)
        self.over = False

    def stand_still(self, timeout=None, on=None):
        """Until end() or for `timeout` seconds; returns whether it was ended. `on` names what is waited for."""
        from . import _bridge, _clock, _where

        what, line, row = _where.waiting()
        if on is None or what != "lock.acquire":  # but one inside of a Condition, an Event or a Future
            on = what
        label = _where.label()
        if label is not None:
            standing[self.number] = (label, on, line)
        until_ns = None if timeout is None else _clock.now_ns() + _clock.to_ns(timeout)
        try:
            if not self.over:
                _bridge.request("park", self.number, until_ns, what, line, row)
        finally:
            standing.pop(self.number, None)
        return self.over

    def end(self):
        """Lets it go on, when its turn has come."""
        self.over = True
        wake(self.number)


def wake(number):
    """Tells the host with the next frame that a wait is over; 0 is the one of the loop that the host pumps."""
    from . import _bridge

    _bridge.note("wake", number, None, "", None)

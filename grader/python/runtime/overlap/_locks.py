"""Locks of threads on the virtual clock. All waiting of `threading`, `queue` and `concurrent.futures` ends in one
lock; CPython's own would spin for ever, because nothing else runs while it waits."""

import queue
import threading

from . import _bodies, _clock


class VirtualLock:
    """threading.Lock. A body runs ahead of the others' clocks: whoever comes at an instant at which an earlier body
    had the lock waits until that one has released it."""

    __slots__ = ("__weakref__", "_busy", "_held", "_since_ns")

    def __init__(self):
        self._held = False
        self._since_ns = 0
        self._busy = []  # (acquired, released) on the virtual clock

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        now = _clock.now_ns()
        deadline = None if timeout == -1 else now + _clock.to_ns(timeout)
        while self._held or self._free_from(now) > now:
            if not blocking:
                return False
            if deadline is not None and now >= deadline:
                return False
            if self._held:
                if not _bodies.wait_for(self._is_free, deadline):
                    return False
            else:
                free = self._free_from(now)
                _bodies.wait_until(free if deadline is None else min(free, deadline))
            now = _clock.now_ns()
        self._held, self._since_ns = True, now
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        now = _clock.now_ns()
        if now > self._since_ns:
            if not _bodies.running:  # all clocks are here or later
                self._busy = [span for span in self._busy if span[1] > now]
            self._busy.append((self._since_ns, now))
        self._held = False

    def locked(self):
        now = _clock.now_ns()
        return self._held or self._free_from(now) > now

    def _is_free(self):
        return not self._held

    def _free_from(self, at):
        """The instant from `at` on at which no body has the lock."""
        for since, until in sorted(self._busy) if len(self._busy) > 1 else self._busy:
            if since <= at < until:
                at = until
        return at

    def _at_fork_reinit(self):
        self.__init__()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


VirtualLock.__name__ = VirtualLock.__qualname__ = "lock"
VirtualLock.__module__ = "_thread"


def install():
    """Put them behind the names of the standard library. Locks that exist already are held by nobody for long."""
    threading.Lock = threading._allocate_lock = VirtualLock
    threading._CRLock = None  # threading.RLock then gives the one that is made of a lock
    queue.SimpleQueue = queue._PySimpleQueue

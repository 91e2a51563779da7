"""The locks of `_thread`, for threads that take turns. Whoever waits longest gets a lock that is released; CPython hands
it over in the same way to a thread that has waited for more than a millisecond."""

import _thread
from _collections import deque

from . import _waiting
from ._waiting import get_ident

#: What a thread waits for that waits for itself; the verdict has words for it.
OWN_LOCK = "own lock"


def _checked(blocking, timeout):
    """The timeout in seconds, None for no end; 0 when it must not wait."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > _thread.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else timeout


class lock:
    """threading.Lock."""

    __slots__ = ("__weakref__", "_held", "_owner", "_waits")

    def __init__(self):
        self._held = False
        self._owner = None  # who has taken it; anyone may release it
        self._waits = None

    def acquire(self, blocking=True, timeout=-1):
        if not self._held:
            if timeout != -1:
                _checked(blocking, timeout)
            self._held, self._owner = True, get_ident()
            return True
        timeout = _checked(blocking, timeout)
        if timeout == 0:
            return False
        wait = _waiting.Wait()
        if self._waits is None:
            self._waits = deque()
        self._waits.append((wait, get_ident()))
        try:
            return wait.stand_still(timeout, OWN_LOCK if timeout is None and self._owner == get_ident() else None)
        finally:
            if not wait.over:
                self._waits.remove((wait, get_ident()))

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        if self._waits:
            wait, self._owner = self._waits.popleft()
            wait.end()
        else:
            self._held, self._owner = False, None

    def locked(self):
        return self._held

    def _at_fork_reinit(self):
        self.__init__()

    __enter__ = acquire_lock = acquire
    release_lock, locked_lock = release, locked

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock:
    """threading.RLock: its owner may take it again."""

    __slots__ = ("__weakref__", "_count", "_lock")

    def __init__(self):
        self._lock = lock()
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._is_owned():
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._count = 1
        return True

    __enter__ = acquire

    def release(self):
        if not self._is_owned():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._lock.release()

    def __exit__(self, *exc):
        self.release()

    def locked(self):
        return self._lock._held

    def _is_owned(self):
        return self._lock._held and self._lock._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if not self._is_owned():
            raise RuntimeError("cannot release un-acquired lock")
        state, self._count = (self._count, get_ident()), 0
        self._lock.release()
        return state

    def _acquire_restore(self, state):
        self._lock.acquire()
        self._count = state[0]

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        owner = self._lock._owner or 0
        return (
            f"<{'locked' if self._lock._held else 'unlocked'} _thread.RLock object "
            f"owner={owner} count={self._count} at {id(self):#x}>"
        )


lock.__module__ = RLock.__module__ = "_thread"

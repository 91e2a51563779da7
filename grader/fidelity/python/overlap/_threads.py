"""Real threads. Only what waits for a length of time is taught the process's clock, and bodies are counted."""

import _thread
import collections
import concurrent.futures._base as futures_base
import concurrent.futures.thread as pools
import functools
import queue
import threading
import time
import types

from . import _bridge, _clock, _where

_real_lock = _thread.allocate_lock
_real_join = threading.Thread.join


HANDED_OVER_AFTER_NS = 1_000_000


class _Waiter:
    """Somebody who waits for a lock without a time limit."""

    def __init__(self):
        self.begin_ns, self.has_lock, self.gate = _clock.now_ns(), False, _real_lock()
        self.gate.acquire()


class PacedLock:
    """A real lock; a wait with a time limit ends when the clock says so. One that is released is handed to who has waited for
    a millisecond, as CPython does it since 3.14: of the clock, because real waits are scaled down."""

    __slots__ = ("_lock", "_guard", "_waiters", "__weakref__")

    def __init__(self):
        self._lock, self._guard, self._waiters = _real_lock(), _real_lock(), collections.deque()

    def acquire(self, blocking=True, timeout=-1):
        if blocking and timeout in (-1, None):
            return _reported(self._acquire)
        if not blocking or timeout is None or timeout < 0:
            return self._lock.acquire(blocking) if timeout is None else self._lock.acquire(blocking, timeout)
        return _paced(lambda seconds: self._lock.acquire(True, seconds), timeout)

    __enter__ = acquire

    def _acquire(self, blocking=True):
        if not blocking:
            return self._lock.acquire(False)
        waiter = _Waiter()
        while True:
            with self._guard:
                if self._lock.acquire(False):
                    return True
                self._waiters.append(waiter)
            waiter.gate.acquire()
            if waiter.has_lock:
                return True

    def release(self):
        with self._guard:
            waiter = self._waiters.popleft() if self._waiters else None
            if waiter is not None and _clock.now_ns() - waiter.begin_ns >= HANDED_OVER_AFTER_NS:
                waiter.has_lock = True
            else:
                self._lock.release()
            if waiter is not None:
                waiter.gate.release()

    def __exit__(self, *exc):
        self.release()

    def locked(self):
        return self._lock.locked()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._guard._at_fork_reinit()
        self._waiters.clear()

    def __repr__(self):
        return repr(self._lock)


class PacedRLock(_thread.RLock):
    """The same for locks that their thread may take again."""

    def acquire(self, blocking=True, timeout=-1):
        if blocking and timeout == -1:
            return _reported(super().acquire)
        if not blocking or timeout < 0:
            return super().acquire(blocking, timeout)
        return _paced(lambda seconds: super(PacedRLock, self).acquire(True, seconds), timeout)


class PacedSimpleQueue(queue.SimpleQueue):
    """The same for waiting on a queue."""

    def get(self, block=True, timeout=None):
        if not block or timeout is None:
            return super().get(block, timeout)
        got = []

        def attempt(seconds):
            try:
                got.append(super(PacedSimpleQueue, self).get(seconds > 0, seconds or None))
            except queue.Empty:
                return False
            return True

        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not _paced(attempt, timeout):
            raise queue.Empty
        return got[0]


def _reported(acquire):
    """Takes a lock; a loop whose thread has to wait for it stands still."""
    if acquire(False):
        return True
    begin = _clock.now_ns()
    report = _where.blocking_reporter()
    acquire()
    report(_where.waiting()[0], begin)
    return True


def _paced(attempt, timeout):
    """Tries in short real waits until it succeeds or the clock has moved on by `timeout` seconds."""
    if attempt(0):
        return True
    due = _clock.now_ns() + _clock.to_ns(timeout)
    while _clock.now_ns() < due - due % _clock.STEP_NS:
        rest = _clock.Rest(due)
        try:
            if attempt(0.001):
                return True
        finally:
            rest.end()
    return attempt(0)


def _join(thread, timeout=None):
    if timeout is None or timeout < 0:
        begin = _clock.now_ns()
        report = _where.blocking_reporter()
        _real_join(thread, timeout)
        return report("Thread.join", begin)

    def attempt(seconds):
        _real_join(thread, seconds)
        return not thread.is_alive()

    _paced(attempt, timeout)


def sleep(seconds, /):
    """time.sleep on the process's clock. On the loop's thread it is reported as what it is: a blocked loop."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    begin = _clock.now_ns()
    until = begin + _clock.to_ns(seconds)
    report = _where.blocking_reporter()
    _clock.wait_until(until)
    report("time.sleep", begin)


def _body(function, label):
    """The function, noted as a body that ran on a thread."""

    @functools.wraps(function, updated=())
    def run(*args, **kwargs):
        row = _where.new_row()
        outer = _where.enter_body(row)
        _bridge.request("body_begins", row, str(label)[:120], getattr(function, "overlap_kind", "thread"))
        try:
            result = function(*args, **kwargs)
        except BaseException:
            _bridge.request("body_ends", row, "error")
            raise
        else:
            _bridge.request("body_ends", row, "ok")
            return result
        finally:
            _where.leave_body(outer)

    return run


def _submit(real_submit):
    @functools.wraps(real_submit)
    def submit(self, fn, /, *args, **kwargs):
        return real_submit(self, _body(fn, getattr(fn, "__qualname__", "thread")), *args, **kwargs)

    return submit


def _start(real_start):
    @functools.wraps(real_start)
    def start(self):
        if self._target is not pools._worker:
            self.run = _body(self.run, getattr(self._target, "__qualname__", self.name))
        return real_start(self)

    return start


def run(number):
    """Of the product: its host lets threads begin. Here they begin by themselves."""
    raise NotImplementedError(number)


def install(counts_bodies=True):
    time.sleep = sleep
    threading.Lock = threading._allocate_lock = PacedLock
    threading._CRLock = PacedRLock
    queue.SimpleQueue = PacedSimpleQueue
    threading._time = queue.time = _clock.reading
    futures_base.time = types.SimpleNamespace(monotonic=_clock.reading)
    threading.Thread.join = _join
    if counts_bodies:
        pools.ThreadPoolExecutor.submit = _submit(pools.ThreadPoolExecutor.submit)
        threading.Thread.start = _start(threading.Thread.start)

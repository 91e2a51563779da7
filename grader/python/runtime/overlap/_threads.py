"""Virtual threads: what `_thread` gives to `threading`, on stacks of their own that the host resumes one at a time.

Everything above it (`threading`, `queue`, `concurrent.futures`, asyncio's executors, asgiref) is the library's own code.
Loaded before any of it, so that it may import only what is built in.
"""

import _thread
import sys
from itertools import count

from . import _locks, _waiting

_idents = count(1_000_001)

#: What is to run on threads that have not begun, by number.
_pending = {}

#: Set by `_bodies`: tells the timeline of a thread that begins. Called with the function, returns what is called at its end.
observe = None


class _ThreadHandle:
    """What a Thread object holds of its thread, and waits for at its end."""

    def __init__(self):
        self.ident = None
        self._is_done = False
        self._waits = []

    def is_done(self):
        return self._is_done

    def join(self, timeout=None):
        if self.ident is None:
            raise RuntimeError("thread not started")
        if self.ident == _waiting.get_ident() and not self._is_done:
            raise RuntimeError("Cannot join current thread")
        if self._is_done or timeout is not None and timeout == 0:
            return
        wait = _waiting.Wait()
        self._waits.append(wait)
        try:
            wait.stand_still(None if timeout is None or timeout < 0 else timeout)
        finally:
            if not wait.over:
                self._waits.remove(wait)

    def _set_done(self):
        self._is_done = True
        for wait in self._waits:
            wait.end()
        self._waits.clear()


def _make_thread_handle(ident):
    handle = _ThreadHandle()
    handle.ident = ident
    return handle


def start_joinable_thread(function, handle=None, daemon=True):
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    elif handle.ident is not None:
        raise RuntimeError("thread already started")
    _start(function, (), {}, handle)
    return handle


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    handle = _ThreadHandle()
    _start(function, args, kwargs, handle)
    return handle.ident


def _start(function, args, kwargs, handle):
    from . import _bridge

    number, handle.ident = next(_waiting.numbers), next(_idents)
    _pending[number] = (function, args, kwargs, handle, observe(function))
    if _bridge.request("thread", number) is None:
        del _pending[number]
        handle.ident = None
        raise RuntimeError("can't start new thread")


def run(number):
    """The whole life of a thread, on a stack of its own: called when the host lets it begin."""
    function, args, kwargs, handle, begin = _pending.pop(number)
    _waiting.here.ident = handle.ident
    end = begin()
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        _waiting.here.failed = True
        sys.unraisablehook(_Unraisable(error, function))
    finally:
        end()
        handle._set_done()


class _Unraisable:
    """What sys.unraisablehook is told of an exception that a bare thread did not catch."""

    def __init__(self, error, function):
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.err_msg, self.object = "Exception ignored in thread started by", function


def install():
    """Put them where `threading` and everybody else finds them. Called before any of those is imported."""
    for function in (start_new_thread, start_joinable_thread):
        function.__module__ = "_thread"
    _thread.start_new_thread = _thread.start_new = start_new_thread
    _thread.start_joinable_thread = start_joinable_thread
    _thread._ThreadHandle, _thread._make_thread_handle = _ThreadHandle, _make_thread_handle
    _thread.get_ident = _thread.get_native_id = _waiting.get_ident
    _thread.lock = _thread.LockType = _thread.allocate_lock = _thread.allocate = _locks.lock
    _thread.RLock = _locks.RLock
    _thread._shutdown = lambda: None

"""What the timeline shows of threads: a bar for each thread that was started by hand, and for each body that a pool
runs, because the threads of a pool say nothing. Only explains; nothing here decides when anything runs."""

import _queue
import concurrent.futures._base as futures_base
import concurrent.futures.thread as pools
import functools
import math
import os
import queue
import threading
import time

from . import _bridge, _threads, _waiting, _where

#: Of the machine that is simulated: a pool without a size of its own gets four workers more.
CPU_COUNT = 2


def _observe(function):
    """Called by the starter of a thread; returns what the thread calls when it begins, which returns what it calls at its end."""
    thread = getattr(function, "__self__", None)
    if isinstance(thread, threading.Thread):
        if thread._target is pools._worker:
            return lambda: lambda: None
        label = thread.name
    else:
        label = name_of(function)
    line, starter = _where.origin()
    return lambda: _begin(label, line, starter)


def _begin(label, line, starter, kind="thread"):
    """Begins a bar; returns what ends it."""
    here = _waiting.here
    outer = here.row, here.label
    here.row, here.label, here.failed = _where.new_row(), str(label)[:120], False
    _bridge.note(kind, here.row, starter, here.label, line)

    def end():
        _bridge.note("end", here.row, None, "error" if here.failed else "ok", None)
        here.row, here.label = outer

    return end


class _WorkItem(pools._WorkItem):
    """One body for a pool, as the library makes it, and where it came from."""

    def __init__(self, future, task):
        super().__init__(future, task)
        self._origin = _where.origin()

    def run(self, ctx):
        if self.future.cancelled():
            return super().run(ctx)
        future, function = self.future, self.task[0]
        end = _begin(name_of(function), *self._origin, getattr(function, "overlap_kind", "thread"))
        future.add_done_callback(_note_failure)  # before the one who waits for it is told
        try:
            super().run(ctx)
        finally:
            end()


def _note_failure(future):
    _waiting.here.failed = not future.cancelled() and future._exception is not None


def name_of(function):
    """What a body is called: the function that the student gave, without what asyncio and asgiref put around it."""
    for _ in range(10):
        if not isinstance(function, functools.partial):
            break
        outer, arguments = function.func, function.args
        if type(getattr(outer, "__self__", None)).__name__ == "Context" and arguments:
            function = arguments[0]  # to_thread
        elif str(getattr(outer, "__module__", "")).startswith("asgiref") and arguments:
            function = arguments[-1]  # sync_to_async
        else:
            function = outer
    return getattr(function, "__qualname__", None) or type(function).__qualname__


class _Readings:
    """The module `time` as concurrent.futures sees it: of two readings the second is later, by less than a clock can show,
    because `as_completed` looks again and again until its limit has been passed, and not only reached."""

    def __init__(self):
        self._last = 0.0

    def monotonic(self):
        self._last = max(time.monotonic(), math.nextafter(self._last, math.inf))
        return self._last


def _noting(make):
    def make_invoke_excepthook():
        invoke = make()

        def noted(thread):
            _waiting.here.failed = True
            invoke(thread)

        return noted

    return make_invoke_excepthook


def install():
    """Called once, while the image is built."""
    # CPython's own is written in C, with a lock of its own that would spin for ever.
    queue._PySimpleQueue.__name__ = queue._PySimpleQueue.__qualname__ = "SimpleQueue"
    queue.SimpleQueue = _queue.SimpleQueue = queue._PySimpleQueue
    os.cpu_count = os.process_cpu_count = lambda: CPU_COUNT
    futures_base.time = _Readings()
    _threads.observe = _observe
    pools._WorkItem = _WorkItem
    threading._make_invoke_excepthook = _noting(threading._make_invoke_excepthook)

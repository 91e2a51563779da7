"""Virtual threads: a body runs to its end as one step, on a clock of its own that its blocking calls advance.

WebAssembly has one thread. The result is delivered when the virtual clock reaches the end of the body, so twelve
1-second bodies on six workers take 2.0 s. What differs from real threads: nothing preempts a body.
"""

import _threading_local
import concurrent.futures as futures
import contextvars
import heapq
import itertools
import threading
from asyncio import events
from concurrent.futures import _base

from . import _bridge, _clock, _loop, _where

#: CPython's own default on a machine with two processors: min(32, cpus + 4).
DEFAULT_WORKERS = 6


#: The `threading.Thread` objects of the bodies that are running, innermost last.
_running = []
_idents = itertools.count(1_000_001)
_real_current_thread = threading.current_thread
_real_get_ident = threading.get_ident


def _current_thread():
    """The thread that the caller is on, virtual or not."""
    return _running[-1] if _running else _real_current_thread()


def _get_ident():
    return _running[-1].ident if _running else _real_get_ident()


def _as_started(thread):
    """Gives a thread object the marks of one that was started."""
    thread._ident = next(_idents)
    thread._started.set()
    return thread


class _Worker:
    """One thread of a pool: name, thread-local values and context stay the same from body to body."""

    def __init__(self, name):
        self.thread = _as_started(threading.Thread(name=name, daemon=True))
        self.context = contextvars.Context()


class _Body:
    """One finished run of a thread body: its result and when it ends on the virtual clock."""

    def __init__(self, thread, context, function, args, kwargs, begin_ns, label):
        self.begin_ns = begin_ns
        self.result = self.error = None
        row = _loop.new_row()
        _bridge.request("thread_begin", row, begin_ns, str(label)[:120], *_where.origin())
        outer_loop = events._get_running_loop()
        outer_task = _leave_task(outer_loop)
        events._set_running_loop(None)
        _where.thread_rows.append(row)
        _running.append(thread)
        try:
            self.result = context.run(function, *args, **kwargs)
        except BaseException as error:
            self.error = error
        finally:
            _running.pop()
            _where.thread_rows.pop()
            self.end_ns = _bridge.request("thread_end", row, "error" if self.error is not None else "ok")
            events._set_running_loop(outer_loop)
            _enter_task(outer_loop, outer_task)


def _leave_task(loop):
    import asyncio.tasks as tasks

    task = tasks.current_task(loop) if loop is not None else None
    if task is not None:
        tasks._leave_task(loop, task)
    return task


def _enter_task(loop, task):
    import asyncio.tasks as tasks

    if task is not None:
        tasks._enter_task(loop, task)


_pool_numbers = itertools.count()


def _after(initializer, function):
    initialize, arguments = initializer

    def first(*args, **kwargs):
        initialize(*arguments)
        return function(*args, **kwargs)

    return first


class VirtualThreadPool(futures.Executor):
    """ThreadPoolExecutor on virtual threads: a body starts when a worker is free on the virtual clock."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **_ignored):
        if max_workers is None:
            max_workers = DEFAULT_WORKERS
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(_pool_numbers)}"
        self._free_at = []  # heap: (when a worker that has been started is free again, its number)
        self._workers = []
        self._shutdown = False
        self._initializer = initializer and (initializer, initargs)

    def _run(self, function, args, kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        now = _clock.now_ns()
        label = getattr(function, "__qualname__", None) or _partial_label(function)
        if self._free_at and (self._free_at[0][0] <= now or len(self._workers) >= self._max_workers):
            free_at, number = heapq.heappop(self._free_at)
            begin = max(now, free_at)
        else:
            begin, number = now, len(self._workers)
            self._workers.append(_Worker(f"{self._thread_name_prefix}_{number}"))
            if self._initializer is not None:
                function = _after(self._initializer, function)
        worker = self._workers[number]
        body = _Body(worker.thread, worker.context, function, args, kwargs, begin, label)
        heapq.heappush(self._free_at, (body.end_ns, number))
        return body

    def submit(self, fn, /, *args, **kwargs):
        body = self._run(fn, args, kwargs)
        future = _VirtualFuture(body)
        if body.error is not None:
            future.set_exception(body.error)
        else:
            future.set_result(body.result)
        return future

    def run_for_loop(self, loop, function, args):
        """loop.run_in_executor: an asyncio future that is done when the body's virtual end is reached."""
        body = self._run(function, args, {})
        future = loop.create_future()

        def deliver():
            if future.cancelled():
                return
            if body.error is None:
                future.set_result(body.result)
            elif isinstance(body.error, StopIteration):
                future.set_exception(RuntimeError("StopIteration interacts badly with generators"))
            else:
                future.set_exception(body.error)

        loop.call_at((body.end_ns + _clock.MONOTONIC_ORIGIN_NS) / 1e9, deliver)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if wait and self._free_at:
            _wait_until(max(self._free_at)[0])


class _VirtualFuture(futures.Future):
    """A concurrent future whose result is there only from its virtual end on: waiting for it blocks the waiter."""

    def __init__(self, body):
        super().__init__()
        self._begin_ns, self._end_ns = body.begin_ns, body.end_ns

    def _is_due(self):
        return _clock.now_ns() >= self._end_ns

    def done(self):
        return self._is_due() and super().done()

    def running(self):
        return self._begin_ns <= _clock.now_ns() < self._end_ns

    def result(self, timeout=None):
        self._wait(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        self._wait(timeout)
        return super().exception(0)

    def _wait(self, timeout):
        if timeout is not None and _clock.now_ns() + _clock.to_ns(timeout) < self._end_ns:
            _wait_until(_clock.now_ns() + _clock.to_ns(timeout))
            raise TimeoutError()
        _wait_until(self._end_ns)

    def add_done_callback(self, fn):
        loop = events._get_running_loop()
        if self._is_due() or loop is None:
            super().add_done_callback(fn)
        else:
            loop.call_at((self._end_ns + _clock.MONOTONIC_ORIGIN_NS) / 1e9, fn, self)


def _wait(fs, timeout=None, return_when=futures.ALL_COMPLETED):
    """concurrent.futures.wait on the virtual clock."""
    waited = set(fs)
    virtual = [future for future in waited if isinstance(future, _VirtualFuture)]
    if len(virtual) < len(waited):
        return _base.wait(fs, timeout, return_when)
    ends = [future._end_ns for future in virtual]
    if return_when == futures.FIRST_COMPLETED:
        until = min(ends, default=0)
    elif return_when == futures.FIRST_EXCEPTION:
        until = min((f._end_ns for f in virtual if f._exception is not None), default=max(ends, default=0))
    elif return_when == futures.ALL_COMPLETED:
        until = max(ends, default=0)
    else:
        raise ValueError(f"Invalid return condition: {return_when!r}")
    _wait_until(until if timeout is None else min(until, _clock.now_ns() + _clock.to_ns(timeout)))
    done = {future for future in virtual if future.done()}
    return _base.DoneAndNotDoneFutures(done, waited - done)


def _as_completed(fs, timeout=None):
    """concurrent.futures.as_completed on the virtual clock."""
    waited = list(dict.fromkeys(fs))
    if not all(isinstance(future, _VirtualFuture) for future in waited):
        yield from _base.as_completed(fs, timeout)
        return
    deadline = None if timeout is None else _clock.now_ns() + _clock.to_ns(timeout)
    ordered = sorted(waited, key=lambda future: future._end_ns)
    for position, future in enumerate(ordered):
        if deadline is not None and future._end_ns > deadline:
            _wait_until(deadline)
            raise TimeoutError(f"{len(ordered) - position} (of {len(ordered)}) futures unfinished")
        _wait_until(future._end_ns)
        yield future


def _wait_until(end_ns):
    delay = end_ns - _clock.now_ns()
    if delay > 0:
        _bridge.request("block", delay, *_where.origin())


def _partial_label(function):
    inner = getattr(function, "func", function)
    return getattr(inner, "__qualname__", type(inner).__qualname__)


def _start_thread(self):
    """threading.Thread.start on a virtual thread."""
    if not self._initialized:
        raise RuntimeError("thread.__init__() not called")
    if self._started.is_set():
        raise RuntimeError("threads can only be started once")
    _as_started(self)
    context = contextvars.Context() if self._context is None else self._context
    body = _Body(self, context, self.run, (), {}, _clock.now_ns(), self.name)
    self._overlap_end_ns = body.end_ns
    if body.error is not None:
        threading.excepthook(threading.ExceptHookArgs((type(body.error), body.error, body.error.__traceback__, self)))


def _join_thread(self, timeout=None):
    if not self._started.is_set():
        raise RuntimeError("cannot join thread before it is started")
    end = self._overlap_end_ns
    if timeout is not None:
        end = min(end, _clock.now_ns() + _clock.to_ns(timeout))
    _wait_until(end)


def _thread_is_alive(self):
    return self._started.is_set() and _clock.now_ns() < self._overlap_end_ns


def install():
    """Put virtual threads behind the names of the standard library."""
    import concurrent.futures.thread as thread_module

    threading.Thread.start = _start_thread
    threading.Thread.join = _join_thread
    threading.Thread.is_alive = _thread_is_alive
    threading._shutdown = lambda: None
    threading.current_thread = _threading_local.current_thread = _current_thread
    threading.get_ident = _get_ident
    VirtualThreadPool.__name__ = VirtualThreadPool.__qualname__ = "ThreadPoolExecutor"
    for module in (futures, thread_module):
        module.ThreadPoolExecutor = VirtualThreadPool
    futures.wait, futures.as_completed = _wait, _as_completed


def separate_locals():
    """From here on thread-local values are kept per virtual thread. Not for what the image has loaded already: Django's
    connections stay with the one thread that there really is."""
    threading.local = _threading_local.local

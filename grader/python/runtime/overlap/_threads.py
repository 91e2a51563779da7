"""Virtual threads: a body runs on a clock of its own that its blocking calls advance.

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
from collections import deque
from concurrent.futures import _base

from . import _bodies, _clock

#: CPython's own default on a machine with two processors: min(32, cpus + 4).
DEFAULT_WORKERS = 6


_idents = itertools.count(1_000_001)
_real_current_thread = threading.current_thread
_real_get_ident = threading.get_ident


def _current_thread():
    """The thread that the caller is on, virtual or not."""
    return _bodies.running[-1].thread if _bodies.running else _real_current_thread()


def _get_ident():
    return _bodies.running[-1].thread.ident if _bodies.running else _real_get_ident()


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
        self._free_at = []  # heap: (when a worker that runs nothing is free again, its number)
        self._workers = []
        self._queue = deque()
        self._shutdown = False
        self._initializer = initializer and (initializer, initargs)

    def _start(self, function, args, kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        label = getattr(function, "__qualname__", None) or _partial_label(function)
        body = _bodies.Body(function, args, kwargs, label)
        self._queue.append(body)
        _bodies.start(self._work)
        return body

    def _work(self):
        """Runs the next of the queue if there is a worker: one that waits on the stack for others is none."""
        if self._queue and (self._free_at or len(self._workers) < self._max_workers):
            body = self._queue.popleft()
            if self._free_at and (self._free_at[0][0] <= body.asked_ns or len(self._workers) >= self._max_workers):
                free_at, number = heapq.heappop(self._free_at)
                begin = max(body.asked_ns, free_at)
            else:
                begin, number = body.asked_ns, len(self._workers)
                self._workers.append(_Worker(f"{self._thread_name_prefix}_{number}"))
                if self._initializer is not None:
                    body.function = _after(self._initializer, body.function)
            worker = self._workers[number]
            body.run(worker.thread, worker.context, begin)
            heapq.heappush(self._free_at, (body.end_ns, number))
            if self._queue:
                _bodies.start(self._work)

    def submit(self, fn, /, *args, **kwargs):
        return _VirtualFuture(self._start(fn, args, kwargs))

    def run_for_loop(self, loop, function, args):
        """loop.run_in_executor: an asyncio future that is done when the body's virtual end is reached."""
        body = self._start(function, args, {})
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

        body.then.append(lambda _: loop.is_closed() or loop.call_at(_loop_time(body.end_ns), deliver))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if wait:
            _bodies.wait_for(lambda: not self._queue and len(self._free_at) == len(self._workers))
            _bodies.wait_until(max(self._free_at, default=(0,))[0])


def _loop_time(at_ns):
    return (at_ns + _clock.MONOTONIC_ORIGIN_NS) / 1e9


class _VirtualFuture(futures.Future):
    """A concurrent future whose result is there only from its virtual end on: waiting for it blocks the waiter."""

    def __init__(self, body):
        super().__init__()
        self._body = body
        body.then.append(self._finish)

    def _finish(self, body):
        if body.error is not None:
            self.set_exception(body.error)
        else:
            self.set_result(body.result)

    def _has_run(self):
        _bodies.run_pending()
        return self._body.end_ns is not None

    def _is_due(self):
        return self._has_run() and _clock.now_ns() >= self._body.end_ns

    def cancel(self):
        return False  # its body has begun, or will at an instant that is known

    def done(self):
        return self._is_due() and super().done()

    def running(self):
        _bodies.run_pending()
        begin = self._body.begin_ns
        return begin is not None and begin <= _clock.now_ns() and not self._is_due()

    def result(self, timeout=None):
        self._wait(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        self._wait(timeout)
        return super().exception(0)

    def _wait(self, timeout):
        if not _wait_for_body(self._body, timeout):
            raise TimeoutError()

    def add_done_callback(self, fn):
        loop = events._get_running_loop()
        if loop is None or self._is_due():
            super().add_done_callback(fn)
        elif self._has_run():
            loop.call_at(_loop_time(self._body.end_ns), fn, self)
        else:
            self._body.then.append(lambda body: loop.call_at(_loop_time(body.end_ns), fn, self))


def _wait_for_body(body, timeout):
    """Waits for the virtual end of a body. False when the timeout is over before."""
    deadline = None if timeout is None else _clock.now_ns() + _clock.to_ns(timeout)
    if not _bodies.wait_for(lambda: body.end_ns is not None, deadline):
        return False
    _bodies.wait_until(body.end_ns if deadline is None else min(body.end_ns, deadline))
    return deadline is None or body.end_ns <= deadline


def _wait(fs, timeout=None, return_when=futures.ALL_COMPLETED):
    """concurrent.futures.wait on the virtual clock."""
    waited = set(fs)
    virtual = [future for future in waited if isinstance(future, _VirtualFuture)]
    if len(virtual) < len(waited):
        return _base.wait(fs, timeout, return_when)
    deadline = None if timeout is None else _clock.now_ns() + _clock.to_ns(timeout)
    if not _bodies.wait_for(lambda: all(future._body.end_ns is not None for future in virtual), deadline):
        done = {future for future in virtual if future.done()}
        return _base.DoneAndNotDoneFutures(done, waited - done)
    ends = [future._body.end_ns for future in virtual]
    if return_when == futures.FIRST_COMPLETED:
        until = min(ends, default=0)
    elif return_when == futures.FIRST_EXCEPTION:
        until = min((f._body.end_ns for f in virtual if f._exception is not None), default=max(ends, default=0))
    elif return_when == futures.ALL_COMPLETED:
        until = max(ends, default=0)
    else:
        raise ValueError(f"Invalid return condition: {return_when!r}")
    _bodies.wait_until(until if deadline is None else min(until, deadline))
    done = {future for future in virtual if future.done()}
    return _base.DoneAndNotDoneFutures(done, waited - done)


def _as_completed(fs, timeout=None):
    """concurrent.futures.as_completed on the virtual clock."""
    waited = list(dict.fromkeys(fs))
    if not all(isinstance(future, _VirtualFuture) for future in waited):
        yield from _base.as_completed(fs, timeout)
        return
    deadline = None if timeout is None else _clock.now_ns() + _clock.to_ns(timeout)
    if not _bodies.wait_for(lambda: all(future._body.end_ns is not None for future in waited), deadline):
        raise TimeoutError(f"{len(waited)} (of {len(waited)}) futures unfinished")
    ordered = sorted(waited, key=lambda future: future._body.end_ns)
    for position, future in enumerate(ordered):
        if deadline is not None and future._body.end_ns > deadline:
            _bodies.wait_until(deadline)
            raise TimeoutError(f"{len(ordered) - position} (of {len(ordered)}) futures unfinished")
        _bodies.wait_until(future._body.end_ns)
        yield future


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
    self._overlap_body = body = _bodies.Body(self.run, (), {}, self.name)
    body.then.append(lambda _: _report(self, body.error))
    _bodies.start(lambda: body.run(self, context, body.asked_ns))


def _report(thread, error):
    if error is not None:
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, thread)))


def _join_thread(self, timeout=None):
    if not self._started.is_set():
        raise RuntimeError("cannot join thread before it is started")
    if self is _current_thread():
        raise RuntimeError("cannot join current thread")
    _wait_for_body(self._overlap_body, None if timeout is None else max(timeout, 0))


def _thread_is_alive(self):
    if not self._started.is_set() or not hasattr(self, "_overlap_body"):
        return self._started.is_set()
    _bodies.run_pending()
    end = self._overlap_body.end_ns
    return end is None or _clock.now_ns() < end


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
    _clock.before_waiting = _bodies.run_pending_of_a_waiter
    futures.wait, futures.as_completed = _wait, _as_completed


def separate_locals():
    """From here on thread-local values are kept per virtual thread. Not for what the image has loaded already: Django's
    connections stay with the one thread that there really is."""
    threading.local = _threading_local.local

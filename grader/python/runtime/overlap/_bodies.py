"""Bodies of virtual threads: when they run, and how one waits for something that others must do first.

Whoever starts a body goes on; the body runs when he waits or ends his step. It runs on top of his stack, so that it
cannot be left half-way: to wait, it runs the event loop below it nested. What it waits for must therefore come from
the loop, a timer or another body. What only somebody below it on the stack could do never comes: such a thread is told
so. When nobody at all could go on, the host ends the scenario as a deadlock.
"""

import contextvars
from asyncio import events, tasks
from collections import deque

from . import _bridge, _clock, _endpoint, _loop, _where

#: The bodies whose thread the caller is on, innermost last. Empty on the loop's thread.
running = []

#: Bodies that were started and have not run, by the thread (its row, or None) that started them.
_pending = {}

_STUCK = (
    "this thread waits for one that began before it and can only go on after it: "
    "in this simulation, threads cannot take turns more than once"
)

_was_stuck = False

#: True while bodies run on top of a step of the loop that stands still.
_loop_stands = False


class _Wait:
    """Somebody who waits, and how it ended. One that is below others on the stack learns it later than it is so."""

    def __init__(self, is_there, deadline_ns):
        self.is_there, self.deadline_ns = is_there, deadline_ns
        self.ended = None

    def look(self):
        if self.ended is None:
            if self.is_there():
                self.ended = True
            elif self.deadline_ns is not None and _clock.now_ns() >= self.deadline_ns:
                self.ended = False
        return self.ended


#: All who wait, innermost last.
_waits = []


class Body:
    """One run of a function on a virtual thread. `end_ns` is None until it has run to its end."""

    def __init__(self, function, args, kwargs, label):
        self.function, self.args, self.kwargs = function, args, kwargs
        self.label = str(label)[:120]
        self.asked_ns = _clock.now_ns()
        self.line, self.starter = _where.origin()[:2]
        self.row = _loop.new_row()
        self.thread = self.loop = self.task = self.begin_ns = self.end_ns = self.result = self.error = None
        self.then = []  # called with the body when it has run

    def run(self, thread, context, begin_ns):
        """Runs it to its end on the virtual clock, from now on or from a later instant."""
        self.thread = thread
        self.loop_stands = _loop_stands
        below = _where.thread_rows[-1] if _where.thread_rows else None
        self.begin_ns = _bridge.request("thread_begin", self.row, begin_ns, self.label, self.line, self.starter, below)
        self.loop, self.task = _leave_loop()
        _where.thread_rows.append(self.row)
        running.append(self)
        try:
            self.result = context.run(self.function, *self.args, **self.kwargs)
        except BaseException as error:
            self.error = error
        finally:
            run_pending_of_a_waiter()
            running.pop()
            _where.thread_rows.pop()
            self.end_ns = _bridge.request("thread_end", self.row, "error" if self.error is not None else "ok")
            _enter_loop(self.loop, self.task)
        for callback in self.then:
            callback(self)


def _leave_loop():
    loop = events._get_running_loop()
    task = tasks.current_task(loop) if loop is not None else None
    if task is not None:
        tasks._leave_task(loop, task)
    events._set_running_loop(None)
    return loop, task


def _enter_loop(loop, task):
    events._set_running_loop(loop)
    if task is not None:
        tasks._enter_task(loop, task)


def start(run):
    """`run()` starts a body of this thread: as soon as the caller waits, or ends his step of the loop."""
    starter = _where.thread_rows[-1] if _where.thread_rows else None
    _pending.setdefault(starter, deque()).append(run)
    loop = events._get_running_loop() or (_endpoint.loop if starter is None else None)
    if loop is not None:
        loop.call_soon(_run_next, context=contextvars.Context())


def _run_next():
    """Runs the next body that this thread has started. False when there is none."""
    queue = _pending.get(_where.thread_rows[-1] if _where.thread_rows else None)
    if not queue:
        return False
    queue.popleft()()
    return True


def run_pending():
    """Runs all bodies that this thread has started."""
    while _run_next():
        pass


def run_pending_of_a_waiter(wait=None):
    """The same while the caller waits (None: for some time, whatever happens). When he is on the loop's thread, what
    the bodies wait for cannot come from the loop."""
    global _loop_stands
    before, _loop_stands = _loop_stands, _loop_stands or not running
    _waits.append(wait or _Wait(lambda: True, None))
    try:
        run_pending()
    finally:
        _waits.pop()
        _loop_stands = before


def wait_until(end_ns):
    """Stands still until an instant."""
    run_pending_of_a_waiter()
    delay = end_ns - _clock.now_ns()
    if delay > 0:
        _bridge.request("block", delay, *_where.origin())


def wait_for(is_there, deadline_ns=None):
    """Waits until `is_there()`, at most to the deadline. False when the deadline came first."""
    global _loop_stands
    wait = _Wait(is_there, deadline_ns)
    run_pending_of_a_waiter(wait)
    if wait.look() is not None:
        return wait.ended
    if not running:
        return _wait_nested(None, wait)
    left, rows = running[:], _where.thread_rows[:]
    loop, task = _leave_loop()
    for row in reversed(rows):
        _bridge.request("thread_leave", row)
    running.clear()
    _where.thread_rows.clear()
    before, _loop_stands = _loop_stands, left[0].loop_stands
    below = None if _loop_stands else left[0].loop
    _enter_loop(below, None)
    try:
        return _wait_nested(below, wait)
    finally:
        _loop_stands = before
        _leave_loop()
        running.extend(left)
        for row in rows:
            _bridge.request("thread_enter", row)
        _where.thread_rows.extend(rows)
        _enter_loop(loop, task)


def _wait_nested(loop, wait):
    """Runs a loop (None: there is none that could run) on its thread until the wait has ended."""
    global _was_stuck
    unfinished = len(loop._ready) if loop is not None else 0
    _waits.append(wait)
    try:
        while [each.look() for each in _waits][-1] is None:
            if _run_next():
                continue
            if loop is not None and loop.has_work_now():
                loop._run_once()
                continue
            _endpoint.hand_over_finished()
            if loop is None and wait.deadline_ns is not None:
                _bridge.request("block", wait.deadline_ns - _clock.now_ns(), *_where.origin())
                continue
            instants = [each.deadline_ns for each in _waits if each.ended is None and each.deadline_ns is not None]
            timer = loop.next_timer_ns() if loop is not None else None
            until = min(instants if timer is None else [timer, *instants], default=None)
            # Where somebody below could go on, that nothing else will come is no deadlock of the submission.
            could_go_on = any(each.ended is not None for each in _waits[:-1]) or loop is not None and loop._stopping
            is_ours = _was_stuck or could_go_on
            messages = _bridge.request("try_wait" if is_ours else "wait", until, *_where.origin())
            if messages is None:
                _was_stuck = True
                raise RuntimeError(_STUCK)
            _loop.deliver(messages)
    finally:
        _waits.pop()
    if loop is not None:
        # The turn of the loop that is below us on the stack counted its callbacks before some were taken here.
        skipped = events.Handle(None, (), loop, contextvars.Context())
        skipped.cancel()
        loop._ready.extend([skipped] * (unfinished - len(loop._ready)))
    return wait.ended

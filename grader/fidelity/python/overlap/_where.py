"""Which line, task and thread an act belongs to: like the product's, for threads that are real."""

import asyncio
import sys
import threading

from . import _bridge, _clock

SUBMISSION = "submission.py"
STUDENT_FILES = (SUBMISSION, "support.py")
_local = threading.local()


def student_line():
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == SUBMISSION:
            return frame.f_lineno
        frame = frame.f_back
    return None


def enter_body(row):
    _local.rows = [*getattr(_local, "rows", []), row]


def leave_body():
    _local.rows.pop()


def _thread_row():
    rows = getattr(_local, "rows", None)
    return rows[-1] if rows else None


def task_row(task):
    return getattr(task, "overlap_row", None) if task is not None else None


def current_row():
    if _thread_row() is not None:
        return _thread_row()
    try:
        return task_row(asyncio.current_task())
    except RuntimeError:
        return None


def origin():
    return student_line(), current_row(), _thread_row()


def blocking_reporter():
    """A function (by, begin) that says after a wait that a loop stood still; it does nothing where no loop runs."""
    if _thread_row() is not None or asyncio._get_running_loop() is None:
        return lambda by, begin: None
    line, row = student_line(), current_row()
    return lambda by, begin: _bridge.request("stood_still", by, line, row, begin, _clock.now_ns())

"""Where in the student's file we are: the line, the task and the thread that an act belongs to.

Only used to explain (timeline labels, line numbers in sentences); no verdict depends on it.
"""

import asyncio
import sys

from . import _waiting

SUBMISSION = "submission.py"
STUDENT_FILES = (SUBMISSION, "support.py")

_last_row = 0
_last_task = 0


def new_row():
    """A number for a new bar of the timeline."""
    global _last_row
    _last_row += 1
    return _last_row


def new_task_name():
    """What a task is called that was given no name: asyncio counts, too, but from the first task of the image on."""
    global _last_task
    _last_task += 1
    return f"Task-{_last_task}"


def forget_rows():
    """The next bar, and the next task, is the first one: what ran until now belongs to the image."""
    global _last_row, _last_task
    _last_row = _last_task = 0


def student_line():
    """The innermost line of the student's own file that is running, or None."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == SUBMISSION:
            return frame.f_lineno
        frame = frame.f_back
    return None


def line_of_callable(function):
    """The line where a function of the submission begins, or None."""
    for _ in range(10):  # functools.partial and the like
        code = getattr(function, "__code__", None)
        if code is not None:
            return code.co_firstlineno if code.co_filename == SUBMISSION else None
        function = getattr(function, "func", None) or getattr(function, "__func__", None)
    return None


def task_row(task):
    """The timeline row of a task, or None when it is not one of ours."""
    return getattr(task, "overlap_row", None) if task is not None else None


def _current_task():
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None


def current_row():
    """The row of the task or the thread that is running, or None."""
    row = task_row(_current_task())
    return _waiting.here.row if row is None else row


def label():
    """What the task or the thread that is running is called; None for a thread of a pool that has nothing to do."""
    task = _current_task()
    if task is not None:
        return str(getattr(task.get_coro(), "__qualname__", task.get_name()))[:120]
    return _waiting.here.label or ("main thread" if _waiting.here.ident == _waiting.MAIN_IDENT else None)


def origin():
    """(line, row) of the act that is about to be asked of the host."""
    return student_line(), current_row()


def waiting():
    """(what is waited for, line, row): the name of what the student's innermost line has called."""
    frame, what = sys._getframe(1), None
    while frame is not None:
        code = frame.f_code
        if code.co_filename == SUBMISSION:
            return what or "wait", frame.f_lineno, current_row()
        if code.co_filename != _waiting.__file__ and code.co_filename != __file__:
            what = code.co_qualname.partition(".<locals>")[0][:120]
        frame = frame.f_back
    return "wait", None, current_row()

"""Where in the student's file we are: the line, the task and the thread that an act belongs to.

Only used to explain (timeline labels, line numbers in sentences); no verdict depends on it.
"""

import asyncio
import sys

SUBMISSION = "submission.py"
STUDENT_FILES = (SUBMISSION, "support.py")

#: Row numbers of running virtual threads, innermost last. Empty on the loop's thread.
thread_rows = []


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


def current_row():
    """The row of the virtual thread or task that is running, or None."""
    if thread_rows:
        return thread_rows[-1]
    try:
        return task_row(asyncio.current_task())
    except RuntimeError:
        return None


def origin():
    """(line, row, thread) of the act that is about to be asked of the host."""
    return student_line(), current_row(), thread_rows[-1] if thread_rows else None

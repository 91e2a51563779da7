"""What the runtime reports of a submission: output, coroutines never awaited, tasks left over, its own traceback.

All of it serves explanation. A submission that tampers with it makes its own report worse, not its verdict better:
the facts that a verdict rests on are the host's.
"""

import asyncio
import gc
import io
import linecache
import os
import sys
import traceback
import warnings

from . import _bridge, _waiting, _where

MAX_MESSAGE = 500
MAX_FRAMES = 12
_MAX_DEPTH = 20
_texts = {}
_sources = {}
unawaited = []
#: Descriptions of exceptions that a framework turned into an error answer.
request_errors = []

#: HTTP clients made and closed.
clients = [0, 0]


class Output(io.TextIOBase):
    """sys.stdout and sys.stderr: kept, not printed. The host ends the scenario when there is too much."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self):
        self.parts = []
        self.size = 0
        self.limit = 65536

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.size += len(text)
        if self.size > self.limit:
            _bridge.request("exhausted", "output", _where.student_line())
        self.parts.append(text)
        return len(text)

    def text(self):
        return "".join(self.parts)


output = Output()


def _note_unawaited(coroutine):
    origin = getattr(coroutine, "cr_origin", None) or getattr(coroutine, "ag_origin", None) or ()
    if not any(file in _where.STUDENT_FILES for file, _, _ in origin):
        return  # made by a call of the scenario itself, which came to its end first
    line = next((line for file, line, _ in origin if file == _where.SUBMISSION), None)
    if len(unawaited) < 50:
        unawaited.append([str(coroutine.__qualname__)[:120], line])


def _leave(*_):
    """os._exit and os.abort: the end of the interpreter, and the host is told where."""
    _bridge.request("exhausted", "exit", _where.student_line())


def install():
    """Take over output and the interpreter's report of coroutines that were never awaited."""
    os._exit = os.abort = _leave
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = output
    warnings._warn_unawaited_coroutine = _note_unawaited
    sys.set_coroutine_origin_tracking_depth(4)


def remember_source(file, text):
    """Lets tracebacks show the student's lines."""
    _texts[file] = text
    _sources[file] = text.splitlines()
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)


def collect_unawaited():
    """Names and lines of coroutines that were dropped without being awaited."""
    gc.collect()
    return unawaited


def describe_exception(error):
    """{type, message, frames, line, cause}: the student's own frames only, innermost last."""
    frames = []
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if file in _where.STUDENT_FILES:
            lines = _sources.get(file, [])
            text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
            frames.append([file, line, str(frame.f_code.co_name)[:120], text[:200]])
    if isinstance(error, SyntaxError) and error.filename in _where.STUDENT_FILES:
        frames = [[error.filename, error.lineno or 1, "<module>", (error.text or "").strip()[:200]]]
    if isinstance(error, UnicodeEncodeError) and error.object == _texts.get(_where.SUBMISSION):  # while it was compiled
        line = error.object.count("\n", 0, error.start) + 1
        frames = [[_where.SUBMISSION, line, "<module>", ""]]
    own = [frame for frame in frames if frame[0] == _where.SUBMISSION]
    return {
        "type": str(type(error).__qualname__)[:120],
        "message": _message_of(error)[:MAX_MESSAGE],
        "frames": frames[-MAX_FRAMES:],
        "line": own[-1][1] if own else None,
        "cause": _describe_root(error),
    }


def _describe_root(error):
    """{type, message, line} of the exception that the student's code made this one from, or None."""
    try:
        root = error
        for _ in range(_MAX_DEPTH):
            is_own = type(root).__module__ in ("submission", "support")
            linked = root.__cause__ or (root.__context__ if is_own and not root.__suppress_context__ else None)
            inner = root.exceptions[0] if isinstance(root, BaseExceptionGroup) and root is not error else linked
            if inner is None or isinstance(inner, asyncio.CancelledError):
                break
            root = inner
        if root is error:
            return None
        lines = [line for frame, line in traceback.walk_tb(root.__traceback__) if frame.f_code.co_filename == _where.SUBMISSION]
        said = {"type": str(type(root).__qualname__)[:120], "message": _message_of(root)[:MAX_MESSAGE]}
        return {**said, "line": lines[-1] if lines else None}
    except Exception:
        return None


def _message_of(error):
    """What the exception says. A group says only how many it holds, so the first of them is told as well."""
    try:
        message = str(error.msg) if isinstance(error, SyntaxError) else str(error)
        inner = error
        for _ in range(_MAX_DEPTH):
            if not isinstance(inner, BaseExceptionGroup):
                break
            inner = inner.exceptions[0]
        return message if inner is error else f"{message}: {type(inner).__qualname__}: {inner}".rstrip(": ")
    except Exception:
        return ""


def waiting_tasks(tasks):
    """For each of these unfinished tasks: its name, what it waits for, and the student's line it stands on."""
    described = []
    for task in tasks[:20]:
        described.append([_task_label(task), *_innermost(task)])
    return described


def waiting_threads():
    """The same for every thread that stands still; the loop's own, too."""
    return [list(described) for described in list(_waiting.standing.values())[:20]]


def line_of_ready(loop):
    """The student's line that keeps a loop busy: of a task or a callback that is ready to run again."""
    for handle in list(loop._ready)[:20]:
        task = getattr(handle._callback, "__self__", None)
        is_task = hasattr(task, "get_coro")
        line = _innermost(task)[1] if is_task else _where.line_of_callable(handle._callback)
        if line is not None:
            return line
    return None


def _task_label(task):
    return str(getattr(task.get_coro(), "__qualname__", task.get_name()))[:120]


def _innermost(task):
    coroutine, line, waits_on = task.get_coro(), None, "await"
    for _ in range(100):
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        if frame is not None:
            if frame.f_code.co_filename == _where.SUBMISSION:
                line = frame.f_lineno
            else:
                waits_on = coroutine.__qualname__
        inner = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)
        if inner is None or not hasattr(inner, "__qualname__"):
            break
        coroutine = inner
    return [str(waits_on)[:120], line]

"""What went wrong and nobody caught: warnings, and exceptions that reached nobody.

CPython prints these and goes on; here they are kept as well, so that a verdict can name them. Like all that this
interpreter says of itself they explain, and prove nothing: see _observe.
"""

import asyncio
import sys
import threading
import warnings
import weakref

from . import _observe, _where

MAX_KEPT = 50
MAX_TEXT = 300
#: [category, text, line] of warnings about the student's lines.
warned = []
#: [what, type, text, line] of exceptions that nobody handled.
unhandled = []
#: Tasks that failed, by row. The one who awaits them later handles the error.
failed_tasks = weakref.WeakValueDictionary()

#: Not shown by Python unless one asks for them. Here they are kept and not printed.
_QUIET = (PendingDeprecationWarning, ImportWarning, ResourceWarning)
_show = warnings._showwarnmsg_impl
#: What asyncio says when it calls a loop's exception handler, and our word for it.
_SAID = {
    "Task exception was never retrieved": "task",
    "Future exception was never retrieved": "future",
    "_GatheringFuture exception was never retrieved": "future",
}


def _text_of(value):
    try:
        return str(value)[:MAX_TEXT]
    except Exception:
        return ""


def _keep_warning(message):
    if message.filename in _where.STUDENT_FILES and len(warned) < MAX_KEPT:
        line = message.lineno if message.filename == _where.SUBMISSION else None
        warned.append([message.category.__name__[:120], _text_of(message.message), line])
    if not issubclass(message.category, _QUIET):
        _show(message)


def _keep_unhandled(what, error, line=None):
    if len(unhandled) < MAX_KEPT:
        unhandled.append([what, *_described(error, line)])


def _described(error, line):
    if error is None:
        return ["", "", line]
    described = _observe.describe_exception(error)
    return [described["type"], described["message"][:MAX_TEXT], described["line"] or line]


def note_loop_trouble(context):
    """An event loop is about to call its exception handler."""
    if isinstance(context.get("exception"), asyncio.CancelledError) and "handle" not in context:  # of no callback
        return  # asyncio reports a cancelled `gather` behind a `shield` as well, although nothing has gone wrong
    said = str(context.get("message", ""))
    what = _SAID.get(said) or ("callback" if said.startswith("Exception in callback") else "loop")
    callback = getattr(context.get("handle"), "_callback", None)
    line = _where.line_of_callable(callback)
    if context.get("exception") is not None:
        _keep_unhandled(what, context["exception"], line)
    elif len(unhandled) < MAX_KEPT:
        unhandled.append([what, "", said[:MAX_TEXT], line])


def note_failed_task(task):
    """A task ended with an exception; whether anybody asks for it is seen at the end."""
    failed_tasks[task.overlap_row] = task


def failures_not_asked_for():
    """Like `unhandled`: tasks that failed and are still there, whose exception nobody has looked at."""
    return [
        ["task", *_described(task._exception, None)]
        for task in list(failed_tasks.values())
        if getattr(task, "_log_traceback", False)
    ]


def _on_unraisable(args):
    """A clean-up (`__del__`, a weak reference's callback) raised: there is nobody whom the exception could reach."""
    _keep_unhandled("ignored", args.exc_value)
    _printing_unraisable(args)


def _on_thread_exception(args):
    if not issubclass(args.exc_type, SystemExit):
        _keep_unhandled("thread", args.exc_value)
    _printing_thread_exception(args)


_printing_unraisable = sys.unraisablehook
_printing_thread_exception = threading.excepthook


def install():
    """Called once, while the image is built."""
    warnings._showwarnmsg_impl = _keep_warning
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        for module in ("submission", "support"):
            warnings.filterwarnings("default", category=category, module=f"{module}$")
    sys.unraisablehook = _on_unraisable
    threading.excepthook = _on_thread_exception

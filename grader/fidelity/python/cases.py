"""Runs the cases of one file (grader/tests/semantics) on this CPython, without a host: real loops, real threads, a clock
that follows them. Prints one JSON line per case: its name, how it ended, what it printed.

Usage: cases.py <folder with support.py> <topic.py>
"""

import io
import json
import os
import re
import sys
import threading
import types

sys.path.insert(0, os.path.dirname(__file__))

from overlap import _clock, _endpoint, _loop, _threads, _where  # noqa: E402

SCALE = 1000


def _drive(own):
    """Moves the clock whenever nothing runs; when nothing can ever come, ends the case that waits for it."""
    while True:
        is_quiet, due = _clock.wait_until_quiet(own | {threading.get_ident()}, lambda: not _at_work.is_set())
        if due is not None:
            _clock.advance(due, SCALE)
        elif is_quiet:
            _at_work.clear()
            _stop_waiting()


_at_work = threading.Event()


def _stop_waiting():
    loop = _endpoint.loop
    with _clock.changing:
        loop.expect_turn()
    loop.wake((_give_up,))


def _give_up():
    for task in list(_endpoint.loop.live_tasks.values()):
        task.overlap_gave_up = True
        task.cancel()


def _run(function):
    _where.forget_rows()
    loop = _endpoint.new_loop()
    sys.stdout, sys.stderr = output, _ = io.StringIO(), io.StringIO()
    task = loop.create_task(function())
    _at_work.set()
    try:
        loop.run_until_complete(task)
        status = "passed"
    except BaseException as error:
        hangs = getattr(task, "overlap_gave_up", False)
        status = "waits for ever" if hangs else f"{type(error).__name__}: {error}"
    finally:
        _at_work.clear()
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    for left in loop.live_tasks.values():
        left._log_destroy_pending = False  # what a case leaves behind must not speak in the next one
    _endpoint.loop = None
    loop.run_until_complete(loop.shutdown_asyncgens())
    return status, output.getvalue()


def _import(name, path):
    module = sys.modules[name] = types.ModuleType(name)
    with open(path, encoding="utf-8") as file:
        source = file.read()
    exec(compile(source, os.path.basename(path), "exec", dont_inherit=True), module.__dict__)
    return module, source


def main(folder, topic):
    _clock.install()
    _loop.install()
    _threads.install(counts_bodies=False)
    _where.blocking_reporter = lambda: lambda by, begin: None  # there is no host to tell
    threading.Thread(target=_drive, args=(set(),), daemon=True).start()
    _import("support", os.path.join(folder, "support.py"))
    module, source = _import("submission", os.path.join(folder, topic))
    for name in re.findall(r"^async def ([a-z]\w*)\(\):", source, re.MULTILINE):
        status, output = _run(getattr(module, name))
        print(json.dumps({"name": name, "status": status, "output": output}), flush=True)
    os._exit(0)


main(*sys.argv[1:])

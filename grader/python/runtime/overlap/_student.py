"""The submission's interpreter: loads the student's text and lets the judge use it. Nothing of a scenario is here."""

import sys
import types

from . import (_bodies, _bridge, _clock, _codec, _endpoint, _lent, _loop, _mishaps, _observe, _processes, _references,
               _server, _threads, _where)


def service(name):
    """The asynchronous way to a simulated service: `await service("users")(42)`."""

    async def call(*args, **kwargs):
        number = _bridge.request("call", name, _endpoint.encode_arguments(args, kwargs), *_where.origin())
        return await _references.wait_for(number, "cancel")

    call.__name__ = call.__qualname__ = name
    call.overlap_service = [name, False]
    return call


def blocking_service(name):
    """The blocking way to a simulated service: returns when the service has answered, and stops the thread until then."""

    def call(*args, **kwargs):
        text = _endpoint.encode_arguments(args, kwargs)
        return _references.unwrap(_bridge.request("call_blocking", name, text, *_where.origin()), _endpoint.resolve)

    call.__name__ = call.__qualname__ = name
    call.overlap_service = [name, True]
    return call


def _make_reference(tag, body):
    if tag == "v":
        name, blocking = body
        return blocking_service(name) if blocking else service(name)
    if tag == "r":
        return _lent.lend(*body)
    raise _codec.CannotCross("unreadable value")


def _export(value):
    if isinstance(value, types.FunctionType):
        if "overlap_number" in value.__dict__:
            return {"h": value.__dict__["overlap_number"]}
        if "overlap_service" in value.__dict__:
            return {"v": value.__dict__["overlap_service"]}
    return _references.Table.export(_endpoint.table, value)


def _load(source, support, options):
    """Import support.py and the submission. Returns null, or the description of what went wrong."""
    _observe.output.limit = options["outputBytes"]
    import random

    random.seed(options["seed"])
    _endpoint.new_loop()
    _endpoint.table.export = _export
    _endpoint.extras["create_task"] = _create_task
    try:
        if options["django"]:
            from . import _django

            _django.begin()
        if support is not None:
            _import("support", support)
        _endpoint.module_namespace = _import("submission", source)
        if options["django"]:
            _django.finish(_endpoint.module_namespace)
    except BaseException as error:
        return _observe.describe_exception(error)
    return None


def _import(name, source):
    file = name + ".py"
    source = source.removeprefix("\ufeff")  # the mark that some editors begin a file with; Python ignores it, too
    _observe.remember_source(file, source)
    code = compile(source, file, "exec", dont_inherit=True)
    module = types.ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module
    exec(code, module.__dict__)
    return module


def _facts(is_last=False):
    """Tasks left over, coroutines never awaited, output: what the runtime itself has seen."""
    standing = _observe.waiting_threads()
    if is_last:
        _endpoint.table.entries.clear()
    unawaited = _observe.collect_unawaited()  # collects first: what is dropped then may have something to say
    open_tasks = list(_endpoint.loop.live_tasks.values())
    own = _endpoint.rows_of_scenario()
    leaked = [task for task in open_tasks if task.overlap_root not in own]
    return {
        "left": standing + _observe.waiting_tasks(open_tasks),
        "leaked": _observe.waiting_tasks(leaked),
        "leakedCount": len(leaked),
        "unawaited": unawaited,
        "warnings": _mishaps.warned,
        "unhandled": _mishaps.unhandled + (_mishaps.failures_not_asked_for() if is_last else []),
        "stdout": _observe.output.text(),
        "clients": _observe.clients,
        "errors": _observe.request_errors,
    }


def _create_task(function, name, args, kwargs):
    """A task of the submission's loop that the scenario asked for. Nobody in the submission is its parent."""
    task = _endpoint.loop.create_task(function(*args, **kwargs), name=name)
    task.add_done_callback(_forgive)
    _endpoint.asked_for.add(task.overlap_row)
    return task


def _forgive(task):
    """How a task of the scenario's ends is the scenario's affair: nobody has to ask for its exception."""
    task._log_traceback = False


def install():
    """Called once, while the image is built."""
    _clock.install()
    _loop.install()
    _bodies.install()
    _processes.install()
    _observe.install()
    _mishaps.install()
    _endpoint.configure(
        everything=True,
        make_reference=_make_reference,
        handlers={"load": _load, "thread": _threads.run, "facts": _facts},
    )

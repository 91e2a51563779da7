"""The submission's interpreter: loads the student's text and lets the judge use it. Nothing of a scenario is here."""

import asyncio
import inspect
import sys
import types

from . import (_bridge, _clock, _codec, _endpoint, _locks, _loop, _mishaps, _observe, _references, _server, _threads,
               _where)


def service(name):
    """The asynchronous way to a simulated service: `await service("users")(42)`."""

    async def call(*args, **kwargs):
        number = _bridge.request("call", name, _endpoint.encode_arguments(args, kwargs), *_where.origin())
        if type(number) is list:  # in a loop of a virtual thread, whose clock runs ahead: the answer is there already
            end_ns, outcome = number
            await asyncio.sleep((end_ns - _clock.now_ns()) / 1e9)
            return _references.unwrap(outcome, _endpoint.resolve)
        return await _references.wait_for(number, "cancel")

    call.__name__ = call.__qualname__ = name
    call.overlap_service = [name, False]
    return call


def blocking_service(name):
    """The blocking way to a simulated service: returns when the service has answered, and stops the thread until then."""

    def call(*args, **kwargs):
        text = _endpoint.encode_arguments(args, kwargs)
        _clock.before_waiting()
        return _references.unwrap(_bridge.request("call_blocking", name, text, *_where.origin()), _endpoint.resolve)

    call.__name__ = call.__qualname__ = name
    call.overlap_service = [name, True]
    return call


class RemoteObject:
    """An object of the scenario: shows the attributes it was given to the submission with."""

    def __init__(self, number):
        object.__setattr__(self, "_overlap_number", number)

    def overlap_home(self):
        return {"h": object.__getattribute__(self, "_overlap_number")}

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = _references.unwrap(_bridge.request("ask", self._overlap_number, "get", name, None), _endpoint.resolve)
        if isinstance(value, types.FunctionType):
            self.__dict__[name] = value  # what can be called stays the same thing: asked for once
        return value


def _remote_function(number):
    def call(*args, **kwargs):
        text = _endpoint.encode_arguments(args, kwargs)
        return _references.unwrap(_bridge.request("ask", number, "call", None, text), _endpoint.resolve)

    return call


def _remote_coroutine_function(number):
    async def call(*args, **kwargs):
        text = _endpoint.encode_arguments(args, kwargs)
        return await _references.wait_for(_bridge.request("start", number, "call", None, text), "stop")

    return call


def _make_reference(tag, body):
    if tag == "v":
        name, blocking = body
        return blocking_service(name) if blocking else service(name)
    if tag == "r":
        number, kind, _ = body
        if kind == "object":
            return RemoteObject(number)
        made = _remote_coroutine_function(number) if kind == "coroutine function" else _remote_function(number)
        made.overlap_number = number
        made.__name__ = made.__qualname__ = "callback"
        return made
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
    _threads.separate_locals()
    _endpoint.table.export = _export
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
    if is_last:
        _endpoint.table.entries.clear()
    unawaited = _observe.collect_unawaited()  # collects first: what is dropped then may have something to say
    return {
        "left": _observe.waiting_tasks(_endpoint.loop),
        "leftCount": len(_endpoint.loop.live_tasks),
        "unawaited": unawaited,
        "warnings": _mishaps.warned,
        "unhandled": _mishaps.unhandled + (_mishaps.failures_not_asked_for() if is_last else []),
        "stdout": _observe.output.text(),
        "clients": _observe.clients,
        "errors": _observe.request_errors,
    }


def _is_coroutine_function(name):
    return inspect.iscoroutinefunction(getattr(_endpoint.module_namespace, name, None))


def install():
    """Called once, while the image is built."""
    _clock.install()
    _loop.install()
    _threads.install()
    _locks.install()
    _observe.install()
    _mishaps.install()
    _endpoint.configure(
        everything=True,
        make_reference=_make_reference,
        handlers={"load": _load, "facts": _facts, "is_coroutine_function": _is_coroutine_function},
    )

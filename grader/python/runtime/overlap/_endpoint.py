"""What both interpreters can do for each other: be asked at once, start and stop work, be told how a call ended.

The host calls `entry`; it reads one message, acts, and writes one result. Everything is caught here: an exception that
left `entry` would mean a broken interpreter to the host.
"""

import asyncio
import importlib
import inspect
from asyncio import events

from . import _about, _bridge, _codec, _exceptions, _loop, _observe, _protocols, _references

loop = None
table = None
finished = []  # outcomes of started work that the host has not been told yet
_started = {}
#: Rows of the tasks that the scenario has had made.
asked_for = set()
_make_reference = None
_handlers = {}
module_namespace = None
#: Handles the runtime itself lends to the judge: the Django client.
extras = {}


def configure(everything, make_reference, handlers):
    """Set up this interpreter's side. `make_reference(tag, body)` builds proxies for the other side's things."""
    global table, _make_reference
    table = _references.Table(everything)
    _exceptions.links_cross = everything
    if everything:
        _exceptions.TYPE_MODULES.add("submission")  # what the judge sends back of the student's own types is those types
    _make_reference = make_reference
    _handlers.update({"pump": _pump, "ask": _ask})
    _handlers.update(handlers)
    _loop.deliver = _deliver


def new_loop():
    """The loop that the host pumps; made after the clock is at zero."""
    global loop
    loop = _loop.VirtualLoop()
    return loop


def resolve(tag, body):
    """A tagged value that is not plain data."""
    if tag == "h":
        return table.get(body).target
    return _make_reference(tag, body)


def encode(value):
    """The text by which a value crosses; what stays here crosses as a reference. Raises CannotCross."""
    return _codec.encode(value, table.export, _lend)


def _lend(value):
    return table.add(value, None if table.everything else ())


def decode(text):
    """The value of a text of the other side; references become what stands for them here. Raises CannotCross."""
    return _codec.decode(text, resolve)


def encode_arguments(args, kwargs):
    """The text by which the arguments of a call cross. Raises CannotCross."""
    return _codec.encode_arguments(args, kwargs, table.export, _lend)


def outcome_of(error):
    """The outcome that says an exception came out, with the student's own traceback beside it."""
    if isinstance(error, asyncio.CancelledError):
        return cancelled(error)
    if not table.everything:
        error = without_scenario(error)
    origin = _observe.describe_exception(error) if table.everything else None
    try:
        return ["error", encode(error), origin]
    except _codec.CannotCross as problem:
        return ["error", encode(TypeError(str(problem))), origin]


def cancelled(error):
    """The outcome of work that was cancelled, with the message that went with it."""
    message = error.args[0] if error.args and isinstance(error.args[0], str) else None
    origin = _observe.describe_exception(error) if table.everything else None
    return ["cancelled", None if message is None else encode(message[:200]), origin]


_NO_ATTRIBUTE = "no attribute "


def without_scenario(error):
    """What the submission may know of an exception of the judge: no values compared, no names out of scenarios."""
    if isinstance(error, AssertionError):
        return AssertionError()
    if isinstance(error, (NameError, SyntaxError, SystemError)):
        return RuntimeError("the scenario failed")
    trace = error.__traceback__
    inside = trace is not None and trace.tb_next is not None and trace.tb_next.tb_next is not None
    if isinstance(error, TypeError) and not inside:
        return TypeError("called with the wrong arguments")  # CPython's own text names the function and its parameters
    if isinstance(error, AttributeError) and not str(error).startswith(_NO_ATTRIBUTE):
        return RuntimeError("the scenario failed")  # CPython's own text names the class
    return error


def outcome_value(value):
    """The outcome that says a value was returned; a TypeError in its place when it cannot cross."""
    try:
        return ["ok", encode(value), None]
    except _codec.CannotCross as error:
        return ["error", encode(TypeError(str(error))), _observe.describe_exception(error) if table.everything else None]


def _target(number, operation, name, text):
    """What a message names: an attribute, a module, or the result of a call."""
    if operation == "module":
        return importlib.import_module(name)
    if operation == "extra":
        return extras[name]
    if number == 0:
        if not table.everything:
            raise _codec.CannotCross("no such reference")
        target, allowed = module_namespace, None
    else:
        entry = table.get(number)
        target, allowed = entry.target, entry.allowed
    if operation == "get":
        if allowed is not None and name not in allowed:
            raise AttributeError(_NO_ATTRIBUTE + repr(name))
        return getattr(target, name)
    if operation == "self":
        if allowed is not None and not inspect.isawaitable(target):
            raise AttributeError(_NO_ATTRIBUTE + "__await__")
        return target
    if operation == "about":
        return _about.describe(target)
    args, kwargs = decode(text) if text is not None else ((), {})
    if operation == "isinstance":
        return isinstance(args[0], target)
    if operation not in ("call", "inside"):
        raise _codec.CannotCross("unknown operation")
    if name in ("__exit__", "__aexit__") and len(args) == 3:  # only the exception itself crosses
        error = args[1]
        args = (None, None, None) if error is None else (type(error), error, error.__traceback__)
    # What was lent with a list of names is used by these names only; a plain callable, by being called.
    if allowed is not None and (name or "__call__") not in (allowed or ("__call__",)):
        raise AttributeError(_NO_ATTRIBUTE + repr(name))
    if name in _protocols.ACTS or name == _protocols.STATE:
        return _protocols.act(target, name, args, kwargs)
    return (target if name is None else getattr(target, name))(*args, **kwargs)


def _ask(number, operation, name, text):
    before = events._get_running_loop()
    if not table.everything:  # functions of a scenario are called inside its loop
        events._set_running_loop(loop)
    try:
        return outcome_value(_target(number, operation, name, text))
    except BaseException as error:
        return outcome_of(error)
    finally:
        events._set_running_loop(before)


def _start(call, number, operation, name, text):
    try:
        task = loop.create_task(_begin(number, operation, name, text))
    except BaseException as error:
        finished.append([call, outcome_of(error)])
        return
    _started[call] = task
    task.add_done_callback(lambda done: _finish(call, done))


def _begin(number, operation, name, text):
    """The coroutine that does what a message asks for."""
    if operation == "self":
        awaitable = _target(number, operation, name, text)
        return awaitable if inspect.iscoroutine(awaitable) else _await(awaitable)
    # Anything else is called once the loop is running, as code of the same interpreter would have done it.
    coroutine = _work(number, operation, name, text)
    target = table.get(number).target if number else None
    names = [_references.label_of(target if operation == "inside" else type(target)), name]
    coroutine.__qualname__ = ".".join(filter(None, names))
    return coroutine


async def _work(number, operation, name, text):
    result = _target(number, operation, name, text)
    return result if operation == "inside" else await result


def rows_of_scenario():
    """Rows of the tasks that are the scenario's own: its calls that are under way, and tasks it has asked for."""
    return {task.overlap_row for task in _started.values()} | asked_for


async def _await(awaitable):
    return await awaitable


def _finish(call, task):
    _started.pop(call, None)
    if task.cancelled():
        try:
            task.result()
        except asyncio.CancelledError as error:
            finished.append([call, cancelled(error)])
    elif task.exception() is not None:
        finished.append([call, outcome_of(task.exception())])
    else:
        finished.append([call, outcome_value(task.result())])


def _deliver(messages):
    for message in messages:
        kind = message[0]
        if kind == "settle":
            _references.settle(message[1], message[2], resolve)
        elif kind == "start":
            _start(*message[1:])
        elif kind == "stop":
            task = _started.get(message[1])
            if task is not None:
                task.cancel(message[2])


def _take_finished():
    out = finished[:]
    finished.clear()
    return out


def _pump(messages):
    _deliver(messages)
    timer, more = loop.pump()
    return [timer, more, _take_finished()]


def entry():
    """Called by the host for every message."""
    try:
        message = _bridge.read_frame()
        result = ["ok", _handlers[message[0]](*message[1:])]
    except BaseException as error:
        result = ["broken", _observe.describe_exception(error)]
    _bridge.respond(result)

"""References: callables and objects that stay where they are and are used from the other interpreter.

The owner keeps a table; the other side gets a number and a kind. What may be done with an entry is decided by its
owner: a plain callable can be called and nothing else, an object shows the attributes it was exposed with.
"""

import asyncio
import dataclasses
import functools
import inspect
import re

from . import _bridge, _codec, _protocols
from ._exceptions import CannotCross


class Exposed:
    """An object together with the attribute names that the other side may use (None: all of them), and what it is called
    there (a function only)."""

    def __init__(self, target, allowed, name=None):
        self.target = target
        self.allowed = allowed
        self.name = name


class Service:
    """A simulated service of the world, found by name; what it does and how long it takes is known on the host only."""

    def __init__(self, name, blocking=False):
        self._name = name
        self._blocking = blocking
        self.__name__ = self.__qualname__ = name

    def __repr__(self):
        return f"<service {self._name!r}>"


class Table:
    """What this interpreter lends to the other one, for the length of one scenario."""

    def __init__(self, everything):
        self.everything = everything  # True on the submission's side: the judge may look at all of it
        self.entries = {}
        self.numbers = {}
        self.exposed = {}  # by id: what was exposed once is recognised wherever it turns up
        self.public_text = ""  # what the other side may read anyway: words in it are no secret

    def add(self, target, allowed):
        key = (id(target), allowed)
        if key not in self.numbers:
            number = len(self.entries) + 1
            self.entries[number] = Exposed(target, allowed)
            self.numbers[key] = number
        return self.numbers[key]

    def export(self, value):
        """The tagged reference for a value that does not cross by value, or None when it must."""
        if isinstance(value, Service):
            return {"v": [value._name, value._blocking]}
        if self.everything:
            return {"r": [self.add(value, None), _kind(value), label_of(value)]} if _is_reference_type(value) else None
        if isinstance(value, Exposed):
            self.exposed[id(value.target)] = value
        exposed = value if isinstance(value, Exposed) else self.exposed.get(id(value))
        if exposed is None:
            if isinstance(value, (int, str, float)) or dataclasses.is_dataclass(value):
                return None
            if inspect.isawaitable(value):
                return {"r": [self.add(value, ()), "coroutine", None]}
            if inspect.isroutine(value) or isinstance(value, (type, functools.partial)):
                return {"r": [self.add(value, ()), _callable_kind(value), self._name_of(value)]}
            exposed = Exposed(value, ())
        elif exposed.name is not None:
            return {"r": [self.add(exposed.target, ()), _callable_kind(exposed.target), exposed.name]}
        protocols = _protocols.of(exposed.target)
        if not protocols and not exposed.allowed:
            return None
        return {"r": [self.add(exposed.target, (*exposed.allowed, *protocols)), "object", " ".join(protocols)]}

    def _name_of(self, value):
        """What students may call a function of the scenario, as they do a service by its name: what it is called here if
        they know that word already, from their own text or support.py. Any other would tell of the scenario."""
        name = getattr(value, "__name__", None)
        if not isinstance(name, str) or not name.isidentifier() or len(name) > 60:
            return None
        return name if re.search(rf"\b{name}\b", self.public_text) else None

    def get(self, number):
        entry = self.entries.get(number)
        if entry is None:
            raise CannotCross("no such reference")
        return entry


def _is_reference_type(value):
    if isinstance(value, type) or callable(value) or inspect.isawaitable(value) or inspect.ismodule(value):
        return True
    if hasattr(type(value), "__anext__") or hasattr(type(value), "__next__") or hasattr(type(value), "__aenter__"):
        return True
    if dataclasses.is_dataclass(value) or isinstance(value, (BaseException, int, str, float)):
        return False
    return True  # any other object of the submission: looked at through its attributes


def _callable_kind(value):
    if inspect.iscoroutinefunction(value) or inspect.iscoroutinefunction(getattr(value, "__call__", None)):
        return "coroutine function"
    return "function"


def _kind(value):
    if inspect.iscoroutine(value):
        return "coroutine"
    if inspect.isawaitable(value):
        return "awaitable"
    if isinstance(value, type):
        return "class"
    return _callable_kind(value) if callable(value) else "object"


def label_of(value):
    return str(getattr(value, "__qualname__", None) or type(value).__qualname__)[:120]


class RemoteResult(asyncio.Future):
    """Waits for work in the other interpreter. Cancelling it asks that work to stop and waits for its clean-up,
    which is what cancelling a local coroutine does."""

    def __init__(self, call, stop, loop):
        super().__init__(loop=loop)
        self.call = call
        self._stop = stop

    def cancel(self, msg=None):
        if self.done():
            return False
        if self._stop == "cancel":  # a service call: gone at once
            _waiting.pop(self.call, None)
            _bridge.request("cancel", self.call)
            return super().cancel(msg)
        _bridge.request("stop", self.call, msg[:200] if isinstance(msg, str) else None)
        return True

    def settle(self, outcome, resolve):
        if self.done():
            return
        kind, body, origin = outcome
        try:
            value = _codec.decode(body, resolve) if body is not None else None
        except CannotCross as error:
            kind, value = "error", error
        if kind == "ok":
            self.set_result(value)
        elif kind == "cancelled":
            global cancelled_at
            cancelled_at = origin
            super().cancel(value)
        else:
            if isinstance(value, StopIteration):
                value = RuntimeError("StopIteration")
            self.set_exception(attach_origin(value, origin))


_waiting = {}
#: Where in the student's file the work was that was cancelled last: asyncio makes a CancelledError anew for who waits.
cancelled_at = None


def wait_for(call, stop):
    """The future of a call that the host has just accepted. `stop`: 'cancel' (service) or 'stop' (remote task)."""
    future = RemoteResult(call, stop, asyncio.get_running_loop())
    _waiting[call] = future
    return future


def settle(call, outcome, resolve):
    """The host says how a call ended."""
    future = _waiting.pop(call, None)
    if future is not None:
        future.settle(outcome, resolve)


def unwrap(outcome, resolve):
    """The value of a synchronous outcome, or its exception raised."""
    kind, body, origin = outcome
    value = _codec.decode(body, resolve) if body is not None else None
    if kind == "ok":
        return value
    if kind == "cancelled":
        raise attach_origin(asyncio.CancelledError(*([] if value is None else [value])), origin)
    raise attach_origin(value, origin)


def attach_origin(value, origin):
    """An exception that came over the bridge, with the student's traceback it came with."""
    error = value if isinstance(value, BaseException) else RuntimeError("remote failure")
    if origin is not None:
        error.overlap_origin = origin
    return error

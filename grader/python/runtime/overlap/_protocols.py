"""What Python's own syntax does with an object (`async with`, `for`, `len()`, …), done with one of the other side.

Special methods are looked up on the type, as Python does it, and a missing one is the same TypeError.
"""

import inspect
import operator


async def _enter(target):
    return await _method(target, "__aenter__", "asynchronous context manager protocol")()


async def _exit(target, *details):
    return await _method(target, "__aexit__", "asynchronous context manager protocol")(*details)


def _find(kind, name):
    """A special method of a type; what the type's own type has is none of it."""
    return next((base.__dict__[name] for base in kind.__mro__ if base.__dict__.get(name) is not None), None)


def _method(target, name, protocol):
    found = _find(type(target), name)
    if found is None:
        raise TypeError(f"'{type(target).__name__}' object does not support the {protocol}")
    return found.__get__(target, type(target))


#: What stands behind each name. Generators add methods of their own.
ACTS = {
    "__call__": lambda target, *args, **kwargs: target(*args, **kwargs),
    "__enter__": lambda target: _method(target, "__enter__", "context manager protocol")(),
    "__exit__": lambda target, *details: _method(target, "__exit__", "context manager protocol")(*details),
    "__aenter__": _enter,
    "__aexit__": _exit,
    "__iter__": iter,
    "__next__": next,
    "__aiter__": aiter,
    "__anext__": anext,
    "__len__": len,
    "__getitem__": operator.getitem,
    "__setitem__": operator.setitem,
    "__delitem__": operator.delitem,
    "__contains__": operator.contains,
}
#: What is asked of generators only.
STATE = "overlap_state"


def _state(target):
    """What `inspect.getgeneratorstate` and `getasyncgenstate` say; where it stands in its code stays here."""
    return inspect.getasyncgenstate(target) if inspect.isasyncgen(target) else inspect.getgeneratorstate(target)


_GENERATORS = ("send", "throw", "close", "asend", "athrow", "aclose")


def act(target, name, args, kwargs):
    """Does with an object what the special method `name` is for. Raises what Python would."""
    return _state(target) if name == STATE else ACTS[name](target, *args, **kwargs)


def of(target):
    """The names that an object's type gives it: special methods, and those of generators."""
    kind = type(target)
    names = [name for name in ACTS if _find(kind, name) is not None]
    if "__next__" in names or "__anext__" in names:
        names += [name for name in _GENERATORS if _find(kind, name) is not None]
    if inspect.isgenerator(target) or inspect.isasyncgen(target):
        names.append(STATE)
    return names

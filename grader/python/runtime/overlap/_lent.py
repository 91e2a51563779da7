"""What the scenario lends to the submission: functions, coroutines, objects, lists and dicts that stay the scenario's."""

import collections.abc

from . import _bridge, _endpoint, _protocols, _references


def ask(number, operation, name, text):
    """Use something of the scenario now."""
    return _references.unwrap(_bridge.request("ask", number, operation, name, text), _endpoint.resolve)


def do(number, name, *args, **kwargs):
    """Call something of the scenario, or one of its methods, now."""
    return ask(number, "call", name, _endpoint.encode_arguments(args, kwargs))


def start(number, operation, name, args, kwargs):
    """Begin work in the scenario; the future of its end."""
    text = _endpoint.encode_arguments(args, kwargs)
    return _references.wait_for(_bridge.request("start", number, operation, name, text), "stop")


def _function(number):
    def call(*args, **kwargs):
        return do(number, None, *args, **kwargs)

    return call


def _coroutine_function(number):
    async def call(*args, **kwargs):
        return await start(number, "call", None, args, kwargs)

    return call


async def coroutine(number):
    """A coroutine of the scenario."""
    return await start(number, "self", None, (), {})


class Lent:
    """An object of the scenario: shows the attributes it was given to the submission with."""

    def __init__(self, number):
        object.__setattr__(self, "_overlap_number", number)

    def overlap_home(self):
        return {"h": object.__getattribute__(self, "_overlap_number")}

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = ask(self._overlap_number, "get", name, None)
        if "overlap_service" in getattr(value, "__dict__", ()):
            object.__setattr__(self, name, value)  # a service stays the same: it need not be asked for before every call
        return value

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute {name!r} cannot be set here")

    __delattr__ = lambda self, name: self.__setattr__(name, None)


def _special(name):
    def method(self, *args, **kwargs):
        return do(self._overlap_number, name, *args, **kwargs)

    return method


def _special_async(name):
    async def method(self, *args, **kwargs):
        return await start(self._overlap_number, "call", name, args, kwargs)

    return method


def _exit(self, kind, error, traceback):
    return do(self._overlap_number, "__exit__", None, error, None)


async def _aexit(self, kind, error, traceback):
    return await start(self._overlap_number, "call", "__aexit__", (None, error, None), {})


_METHODS = {name: _special(name) for name in (
    "__call__", "__enter__", "__iter__", "__next__", "__aiter__", "__len__", "__getitem__", "__setitem__", "__delitem__",
    "__contains__", "send", "throw", "close")}
_METHODS |= {name: _special_async(name) for name in ("__aenter__", "__anext__", "asend", "athrow", "aclose")}
_METHODS |= {"__exit__": _exit, "__aexit__": _aexit}


def _state(name):
    """What `inspect` reads to tell how far a generator is."""
    return property(lambda self: do(self._overlap_number, _protocols.STATE).endswith(name))


class _Frame:
    """Stands for the place where a generator of the scenario is in its code, which is nobody's business here."""


_PLACE = property(lambda self: None if do(self._overlap_number, _protocols.STATE).endswith("_CLOSED") else _Frame())
_STATES = {"running": _state("_RUNNING"), "suspended": _state("_SUSPENDED"), "frame": _PLACE}
_kinds = {}


def _name_of(methods):
    """What its type is called, for Python's own messages: told by what it can do, which is all that is known here."""
    for method, name in (("asend", "async_generator"), ("send", "generator"), ("__anext__", "async_iterator"),
                         ("__next__", "iterator")):
        if method in methods:
            return name
    return "object"


def _object(number, names):
    if names not in _kinds:
        methods = {name: _METHODS[name] for name in names.split() if name != _protocols.STATE}
        if _protocols.STATE in names:
            prefix = "ag" if "asend" in methods else "gi"
            methods |= {f"{prefix}_{name}": value for name, value in _STATES.items()}
        _kinds[names] = type(_name_of(methods), (Lent,), methods)
    return _kinds[names](number)


class _Collection:
    """What lists and dicts have in common: all of it is the scenario's, and asked for when it is used."""

    def __init__(self, number):
        self._overlap_number = number

    def overlap_home(self):
        return {"h": self._overlap_number}

    def copy(self):
        """A list or dict of the submission's own."""
        return do(self._overlap_number, "copy")

    def clear(self):
        do(self._overlap_number, "clear")

    def __repr__(self):
        return repr(self.copy())

    def __eq__(self, other):
        return self.copy() == (other.copy() if isinstance(other, _Collection) else other)

    __hash__ = None
    __len__ = _special("__len__")
    __setitem__ = _special("__setitem__")
    __delitem__ = _special("__delitem__")
    __contains__ = _special("__contains__")


class LentList(_Collection, collections.abc.MutableSequence):
    """A list that stays with the scenario."""

    insert = _special("insert")
    append = _special("append")
    extend = lambda self, values: do(self._overlap_number, "extend", list(values))
    pop = _special("pop")
    remove = _special("remove")

    def __getitem__(self, index):
        return self.copy()[index] if isinstance(index, slice) else do(self._overlap_number, "__getitem__", index)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            do(self._overlap_number, "replace_slice", index.start, index.stop, index.step, list(value))
        else:
            do(self._overlap_number, "__setitem__", index, value)

    def __delitem__(self, index):
        if isinstance(index, slice):
            self[index] = ()
        else:
            do(self._overlap_number, "__delitem__", index)

    def sort(self, *, key=None, reverse=False):
        do(self._overlap_number, "replace", sorted(self, key=key, reverse=reverse))

    def reverse(self):
        do(self._overlap_number, "replace", self.copy()[::-1])

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __add__(self, other):
        return self.copy() + (other.copy() if isinstance(other, LentList) else other)

    def __radd__(self, other):
        return other + self.copy()


class LentDict(_Collection, collections.abc.MutableMapping):
    """A dict that stays with the scenario."""

    __getitem__ = _special("__getitem__")
    popitem = _special("popitem")
    setdefault = _special("setdefault")

    def __iter__(self):
        return iter(self.copy())

    def __or__(self, other):
        return self.copy() | dict(other)

    def __ror__(self, other):
        return dict(other) | self.copy()

    def __ior__(self, other):
        self.update(other)
        return self


_lent = {}


def lend(number, kind, names):
    """What stands for the scenario's thing of this number; always the same for the same number."""
    if kind == "coroutine":
        return coroutine(number)
    if number not in _lent:
        if kind in ("function", "coroutine function"):
            made = _coroutine_function(number) if kind == "coroutine function" else _function(number)
            made.overlap_number = number
            made.__name__ = made.__qualname__ = names or "callback"
        else:
            made = {"list": LentList, "dict": LentDict}[kind](number) if names is None else _object(number, names)
        _lent[number] = made
    return _lent[number]

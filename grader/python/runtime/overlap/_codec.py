"""Values that cross the bridge, as JSON text. Runs in both interpreters; decodes hostile input on the judge's side.

Plain data crosses by value. Callables and objects cross as references, which the other side can only use in the ways
the owner's table allows. There is no pickle and no eval; classes are never imported, only looked up in modules both
sides have loaded. Depth, node count and text size are limited, so decoding always ends.
"""

import base64
import dataclasses
import datetime
import decimal
import json
import sys

_to_json = json.JSONEncoder(ensure_ascii=True, check_circular=False, separators=(",", ":")).encode

MAX_DEPTH = 60
MAX_NODES = 200_000
MAX_TEXT = 4 * 1024 * 1024
#: More members than this with one hash are an attack on the table that would hold them.
MAX_SAME_HASH = 32
_SAFE_INT = 2**53

#: Exception and dataclass types are looked up here and nowhere else. `support` is the exercise's own module.
#: Raised inside an event loop these end the loop, not a task: they cross as stand-ins.
LOOP_ENDING = (SystemExit, KeyboardInterrupt, GeneratorExit)

TYPE_MODULES = {"builtins", "asyncio", "asyncio.exceptions", "asyncio.queues", "support", "concurrent.futures",
                "concurrent.futures._base", "decimal", "json.decoder", "queue", "_queue", "sqlite3"}


#: Whether __cause__ and __context__ go along. Never from the judge: they could hold what a scenario compares with.
links_cross = False


class CannotCross(TypeError):
    """A value that cannot go over the bridge; the message names its type."""


class Record:
    """A dataclass or exception of a type this side does not have: its fields, without its behaviour."""

    def __init__(self, module, type_name, fields):
        self.__dict__.update(fields)
        self._module, self._type_name = module, type_name

    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items() if k not in ("_module", "_type_name"))
        return f"{self._type_name}({fields})"

    def __eq__(self, other):
        return isinstance(other, Record) and self.__dict__ == other.__dict__

    __hash__ = None


class SubmissionError(Exception):
    """An exception of a type defined in the submission: `type_name` tells which."""

    type_name = "Exception"

    def __str__(self):
        return f"{self.type_name}: {super().__str__()}"


class _Encoder:
    def __init__(self, export):
        self.export = export
        self.nodes = 0

    def encode(self, value, depth=0):
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise CannotCross("the value is nested too deeply or too large")
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return value if -_SAFE_INT < value < _SAFE_INT else {"i": hex(value)}
        if kind is float:
            return value if value - value == 0 else {"f": repr(value)}
        deeper = depth + 1
        if kind is list:
            return [self.encode(item, deeper) for item in value]
        if kind is tuple:
            return {"t": [self.encode(item, deeper) for item in value]}
        if kind is dict:
            return {"d": [[self.encode(k, deeper), self.encode(v, deeper)] for k, v in value.items()]}
        if kind is set or kind is frozenset:
            return {"s" if kind is set else "z": [self.encode(item, deeper) for item in value]}
        if kind is bytes or kind is bytearray:
            return {"b": base64.b64encode(value).decode("ascii")}
        return self.encode_uncommon(value, deeper)

    def encode_uncommon(self, value, depth):
        kind = type(value)
        if kind is datetime.datetime:
            return {"D": ["datetime", value.isoformat()]}
        if kind is datetime.date:
            return {"D": ["date", value.isoformat()]}
        if kind is datetime.time:
            return {"D": ["time", value.isoformat()]}
        if kind is datetime.timedelta:
            return {"D": ["timedelta", [value.days, value.seconds, value.microseconds]]}
        if kind is decimal.Decimal:
            return {"n": str(value)}
        if isinstance(value, BaseException):
            return {"e": self.encode_exception(value, depth)}
        reference = None if isinstance(value, (dict, list, tuple, set, frozenset)) else self.export(value)
        if reference is not None:
            return reference
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {f.name: self.encode(getattr(value, f.name, None), depth) for f in dataclasses.fields(value)}
            return {"o": [kind.__module__, _name_of(kind), fields]}
        if kind is Record:  # goes back as what it was
            fields = {k: self.encode(v, depth) for k, v in value.__dict__.items() if k not in ("_module", "_type_name")}
            return {"o": [value._module, value._type_name, fields]}
        for base in (dict, list, tuple, set, frozenset):  # Counter, defaultdict, named tuples: their plain content
            if isinstance(value, base):
                return self.encode(base(value), depth)
        if isinstance(value, (int, str, float)):  # bool-like and str-like subclasses, IntEnum members
            return self.encode({int: int, str: str, float: float}[next(b for b in (int, str, float) if isinstance(value, b))](value), depth)
        raise CannotCross(f"a value of type {kind.__module__}.{kind.__qualname__} cannot cross the bridge")

    def encode_exception(self, error, depth):
        if not links_cross and isinstance(error, AssertionError):
            # The message of a scenario's assertion holds what it compared with.
            return {"m": "builtins", "q": "AssertionError", "a": [], "b": ["Exception"]}
        try:
            arguments = [self.encode(item, depth + 1) for item in error.args[:8]] if not isinstance(error, BaseExceptionGroup) else [error.message]
        except CannotCross:
            arguments = [str(error)]
        encoded = {"m": type(error).__module__, "q": _name_of(type(error)), "a": arguments,
                   "b": [base.__name__ for base in type(error).__mro__[1:] if base.__module__ == "builtins"]}
        if isinstance(error, BaseExceptionGroup):
            encoded["g"] = [self.encode_exception(inner, depth + 1) for inner in error.exceptions[:64]]
        if links_cross or type(error).__module__ == "support":
            encoded["f"] = self.encode_fields(error, depth)
        if not links_cross:
            return encoded
        for key, linked in (("c", error.__cause__), ("x", error.__context__ if not error.__suppress_context__ else None)):
            if linked is not None and depth < 8:
                encoded[key] = self.encode_exception(linked, depth + 1)
        return encoded

    def encode_fields(self, error, depth):
        """The attributes an exception was given, as far as they cross."""
        fields = {}
        for name, value in error.__dict__.items():
            if _is_field(name):
                try:
                    fields[name] = self.encode(value, depth + 1)
                except CannotCross:
                    continue
        return fields


def _is_field(name):
    """Attributes that have a meaning for exceptions in general, or for us, are no fields."""
    return not name.startswith(("_", "overlap_")) and name not in ("type_name", "facts") and not hasattr(BaseException, name)


def _name_of(kind):
    """The judge's types go by their own name: the path to one that a scenario defines names the scenario's function."""
    return kind.__qualname__ if links_cross else kind.__name__


class _Decoder:
    def __init__(self, resolve):
        self.resolve = resolve
        self.nodes = 0

    def decode(self, value, depth=0):
        self.nodes += 1
        if depth > MAX_DEPTH * 2 or self.nodes > MAX_NODES * 2:
            raise CannotCross("the value is nested too deeply or too large")
        if type(value) is list:
            return [self.decode(item, depth + 1) for item in value]
        if type(value) is not dict:
            return value
        if len(value) != 1:
            raise CannotCross("unreadable value")
        (tag, body), = value.items()
        try:
            return self.decode_tagged(tag, body, depth + 1)
        except CannotCross:
            raise
        except (TypeError, ValueError, KeyError, ArithmeticError, AttributeError, IndexError) as error:
            raise CannotCross(f"unreadable value ({type(error).__name__})") from None

    def decode_tagged(self, tag, body, depth):
        if tag == "t":
            return tuple(self.decode(item, depth) for item in body)
        if tag == "d":
            pairs = [(self.decode(k, depth), self.decode(v, depth)) for k, v in body]
            _check_hashes(k for k, _ in pairs)
            return dict(pairs)
        if tag == "s" or tag == "z":
            items = [self.decode(item, depth) for item in body]
            _check_hashes(items)
            return set(items) if tag == "s" else frozenset(items)
        if tag == "i":
            return int(body, 16)
        if tag == "f":
            return {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}[body]
        if tag == "b":
            return base64.b64decode(body, validate=True)
        if tag == "n":
            return decimal.Decimal(body)
        if tag == "D":
            return _decode_time(*body)
        if tag == "e":
            return self.decode_exception(body, depth)
        if tag == "o":
            return self.decode_dataclass(*body, depth)
        return self.resolve(tag, body)

    def decode_dataclass(self, module, name, fields, depth):
        values = {str(key): self.decode(item, depth) for key, item in fields.items()}
        kind = _find_type(module, name)
        if kind is None or not dataclasses.is_dataclass(kind):
            return Record(str(module), str(name), values)
        instance = object.__new__(kind)  # the type's own __init__ must not run on foreign data
        for field in dataclasses.fields(kind):
            object.__setattr__(instance, field.name, values.get(field.name))
        return instance

    def decode_exception(self, body, depth):
        if depth > MAX_DEPTH:
            raise CannotCross("the exception is nested too deeply")
        arguments = [self.decode(item, depth + 1) for item in body["a"]]
        module, name = str(body["m"]), str(body["q"])
        kind = _find_type(module, name)
        if "g" in body:
            inner = [self.decode_exception(item, depth + 1) for item in body["g"]]
            error = BaseExceptionGroup(str(arguments[0]) if arguments else "", inner)
        elif kind is not None and issubclass(kind, LOOP_ENDING):
            error = _foreign_exception(module, name, ())(*arguments)
        elif kind is not None and issubclass(kind, BaseException) and not issubclass(kind, BaseExceptionGroup):
            error = kind.__new__(kind, *arguments)
            error.args = tuple(arguments)
        else:
            error = _foreign_exception(module, name, body.get("b", ()))(*arguments)
        for name, value in body.get("f", {}).items():
            if _is_field(str(name)):
                error.__dict__[str(name)] = self.decode(value, depth + 1)
        if "c" in body:
            error.__cause__ = self.decode_exception(body["c"], depth + 1)
        if "x" in body:
            error.__context__ = self.decode_exception(body["x"], depth + 1)
        return error


_foreign_types = {}


def _foreign_exception(module, name, bases):
    """A stand-in type for an exception this side does not have; a subclass of the same built-in one."""
    known = _find_type("builtins", str(bases[0])) if bases else None
    base = known if known is not None and issubclass(known, BaseException) else Exception
    key = (module, name, base)
    if key not in _foreign_types:
        if len(_foreign_types) > 256:
            _foreign_types.clear()
        mixed = (SubmissionError, base) if base is not Exception and issubclass(base, Exception) else (SubmissionError,)
        try:
            _foreign_types[key] = type(name.rpartition(".")[2], mixed, {"type_name": name, "__module__": module})
        except TypeError:  # layouts that cannot be mixed
            _foreign_types[key] = type("SubmissionError", (SubmissionError,), {"type_name": name, "__module__": module})
    return _foreign_types[key]


def _check_hashes(members):
    """Raises CannotCross when too many members share a hash: reading them in would take quadratic time."""
    hashes = sorted(map(hash, members))
    for index in range(MAX_SAME_HASH, len(hashes)):
        if hashes[index] == hashes[index - MAX_SAME_HASH]:
            raise CannotCross("the value has too many members with the same hash")


def _find_type(module, name):
    if module not in TYPE_MODULES or "." in name:
        return None
    found = sys.modules.get(module)
    kind = found.__dict__.get(name) if found is not None else None
    return kind if isinstance(kind, type) else None


def _decode_time(kind, body):
    if kind == "datetime":
        return datetime.datetime.fromisoformat(body)
    if kind == "date":
        return datetime.date.fromisoformat(body)
    if kind == "time":
        return datetime.time.fromisoformat(body)
    return datetime.timedelta(*body)


def encode(value, export):
    """JSON text of a value. `export(value)` answers a tagged reference for what does not cross by value, or None."""
    try:
        text = _to_json(_Encoder(export).encode(value))
    except RecursionError:
        raise CannotCross("the value is nested too deeply") from None
    if len(text) > MAX_TEXT:
        raise CannotCross("the value is too large")
    return text


def decode(text, resolve):
    """The value of a JSON text. `resolve(tag, body)` makes references. Raises CannotCross on anything unreadable."""
    if type(text) is not str or len(text) > MAX_TEXT:
        raise CannotCross("unreadable value")
    try:
        return _Decoder(resolve).decode(json.loads(text))
    except (ValueError, RecursionError, MemoryError):
        raise CannotCross("unreadable value") from None

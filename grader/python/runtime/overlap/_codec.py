"""Values that cross the bridge, as JSON text. Runs in both interpreters; decodes hostile input on the judge's side.

Plain data crosses by value. Callables and objects cross as references, which the other side can only use in the ways
the owner's table allows. There is no pickle and no eval; classes are never imported, only looked up in modules both
sides have loaded. Depth, node count and text size are limited, so decoding always ends.
"""

import base64
import dataclasses
import datetime
import decimal

from . import _exceptions, _json
from ._exceptions import CannotCross

MAX_DEPTH = 60
MAX_NODES = 200_000
MAX_TEXT = 4 * 1024 * 1024
#: More members than this with one hash are an attack on the table that would hold them.
MAX_SAME_HASH = 32
_SAFE_INT = 2**53


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


class _Encoder:
    max_depth = MAX_DEPTH

    def __init__(self, export, lend):
        self.export = export
        self.lend = lend
        self.nodes = 0

    def encode(self, value, depth=0):
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise CannotCross("the value is nested too deeply or too large")
        kind = type(value)
        if kind is str or value is None or kind is bool:
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
            return {"e": _exceptions.encode(value, self, depth)}
        if _exceptions.is_class(value):
            return _exceptions.encode_class(value, self, depth)
        home = getattr(kind, "overlap_home", None)
        if home is not None:
            return home(value)
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
        if isinstance(value, range):
            return self.encode(list(value[:MAX_NODES]), depth)
        if isinstance(value, (int, str, float)):  # bool-like and str-like subclasses, IntEnum members
            return self.encode({int: int, str: str, float: float}[next(b for b in (int, str, float) if isinstance(value, b))](value), depth)
        raise CannotCross(f"a value of type {kind.__module__}.{kind.__qualname__} cannot cross the bridge")


def _name_of(kind):
    """The judge's types go by their own name: the path to one that a scenario defines names the scenario's function."""
    return kind.__qualname__ if _exceptions.links_cross else kind.__name__


class _Decoder:
    max_depth = MAX_DEPTH

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
            return _exceptions.decode(body, self, depth)
        if tag == "c":
            return _exceptions.decode_class(body, self, depth)
        if tag == "o":
            return self.decode_dataclass(*body, depth)
        return self.resolve(tag, body)

    def decode_dataclass(self, module, name, fields, depth):
        values = {str(key): self.decode(item, depth) for key, item in fields.items()}
        kind = _exceptions.find_type(module, name)
        if kind is None or not dataclasses.is_dataclass(kind):
            return Record(str(module), str(name), values)
        instance = object.__new__(kind)  # the type's own __init__ must not run on foreign data
        for field in dataclasses.fields(kind):
            object.__setattr__(instance, field.name, values.get(field.name))
        return instance


def _check_hashes(members):
    """Raises CannotCross when too many members share a hash: reading them in would take quadratic time."""
    hashes = sorted(map(hash, members))
    for index in range(MAX_SAME_HASH, len(hashes)):
        if hashes[index] == hashes[index - MAX_SAME_HASH]:
            raise CannotCross("the value has too many members with the same hash")


def _decode_time(kind, body):
    if kind == "datetime":
        return datetime.datetime.fromisoformat(body)
    if kind == "date":
        return datetime.date.fromisoformat(body)
    if kind == "time":
        return datetime.time.fromisoformat(body)
    return datetime.timedelta(*body)


def encode(value, export, lend):
    """JSON text of a value. `export(value)` answers a tagged reference for what does not cross by value, or None;
    `lend(value)` the number by which the other side may name it."""
    try:
        return _sized(_json.encode(value if _is_simple(value) else _Encoder(export, lend).encode(value)))
    except RecursionError:
        raise CannotCross("the value is nested too deeply") from None


def encode_arguments(args, kwargs, export, lend):
    """The same for the pair of a call's arguments. Most calls have a few simple ones."""
    if kwargs or len(args) > 8 or not all(map(_is_simple, args)):
        return encode((list(args), kwargs), export, lend)
    return _sized('{"t":[' + _json.encode(args) + ',{"d":[]}]}')


def _is_simple(value):
    """Whether a value is its own JSON."""
    kind = type(value)
    return kind is str or value is None or kind is bool or (kind is int and -_SAFE_INT < value < _SAFE_INT)


def _sized(text):
    if len(text) > MAX_TEXT:
        raise CannotCross("the value is too large")
    return text


def decode(text, resolve):
    """The value of a JSON text. `resolve(tag, body)` makes references. Raises CannotCross on anything unreadable."""
    if type(text) is not str or len(text) > MAX_TEXT:
        raise CannotCross("unreadable value")
    try:
        value = _json.decode(text)
        return _Decoder(resolve).decode(value) if type(value) is dict or type(value) is list else value
    except (ValueError, RecursionError, MemoryError):
        raise CannotCross("unreadable value") from None

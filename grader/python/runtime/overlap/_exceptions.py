"""Exceptions and their classes on the bridge.

Built-in types are the same on both sides. A type that only one side has is shown to the other as a stand-in class: of
the same name, below the same bases, known by the number it has at home. `except`, `isinstance` and `raises` work with
it, and what goes back is of the type at home again. An exception of the judge comes back as the very same object.
"""

import asyncio
import sys

#: Raised inside an event loop these end the loop, not a task: they cross as stand-ins.
LOOP_ENDING = (SystemExit, KeyboardInterrupt, GeneratorExit)

#: Exception and dataclass types are looked up here and nowhere else. `support` is the exercise's own module.
TYPE_MODULES = {"builtins", "asyncio", "asyncio.exceptions", "asyncio.queues", "support", "concurrent.futures",
                "concurrent.futures._base", "decimal", "json.decoder", "queue", "_queue", "sqlite3"}

#: Whether __cause__, __context__ and fields go along. Never from the judge: they could hold what a scenario compares with.
links_cross = False

_MAX_BASES = 8
_MAX_STAND_INS = 256
_MAX_TEXT = 2000


class CannotCross(TypeError):
    """A value that cannot go over the bridge; the message names its type."""


class SubmissionError(Exception):
    """An exception of a type that only the other side has: `type_name` tells which."""

    type_name = "Exception"

    def __str__(self):
        text = self.__dict__.get("overlap_text")
        return super().__str__() if text is None else text


class StandIn(type):
    """The type of stand-in classes: each knows its number at home."""

    #: Makes an instance at home; None where stand-ins are made on the spot.
    construct = None

    def overlap_home(cls):
        return {"h": cls.overlap_number}

    def __call__(cls, *args, **kwargs):
        if StandIn.construct is None:
            return super().__call__(*args, **kwargs)
        return StandIn.construct(cls.overlap_number, args, kwargs)


def find_type(module, name):
    """A type that both sides have, or None."""
    if module not in TYPE_MODULES or "." in name:
        return None
    found = sys.modules.get(module)
    kind = found.__dict__.get(name) if found is not None else None
    return kind if isinstance(kind, type) else None


def is_class(value):
    """Whether a value is a class of exceptions."""
    return isinstance(value, type) and issubclass(value, BaseException)


def encode_class(kind, encoder, depth):
    """A class of exceptions as a tagged value."""
    name = kind.__qualname__ if links_cross else kind.__name__  # a qualified name tells of the scenario's functions
    if type(kind) is StandIn:
        return kind.overlap_home()
    if find_type(kind.__module__, name) is kind and (not links_cross or kind.__module__ == "builtins"):
        return {"c": [kind.__module__, name]}
    bases = [encode_class(base, encoder, depth + 1) for base in kind.__bases__[:_MAX_BASES] if is_class(base)]
    return {"c": [kind.__module__, name, encoder.lend(kind), bases if depth < encoder.max_depth else []]}


def decode_class(body, decoder, depth):
    """The class at home, the common one, or a stand-in."""
    if depth > decoder.max_depth:
        raise CannotCross("the exception is nested too deeply")
    if len(body) == 2:
        kind = find_type(*map(str, body))
        if kind is None or not is_class(kind):
            raise CannotCross("no such exception")
        return kind
    module, name, number, bases = body
    kind = find_type(str(module), str(name))
    if kind is not None and is_class(kind):
        return kind
    return _stand_in(int(number), str(module)[:120], str(name)[:120],
                     [_decode_class_of(base, decoder, depth + 1) for base in bases[:_MAX_BASES]])


def _decode_class_of(tagged, decoder, depth):
    (tag, body), = tagged.items()
    kind = decode_class(body, decoder, depth) if tag == "c" else decoder.resolve(tag, body) if tag == "h" else None
    if not is_class(kind):
        raise CannotCross("not an exception")
    return kind


_stand_ins = {}


def _stand_in(number, module, name, bases):
    """A class like one of the other side. What would end a loop or pass for a cancellation is an ordinary exception."""
    if number in _stand_ins:
        return _stand_ins[number]
    if len(_stand_ins) >= _MAX_STAND_INS:
        raise CannotCross("too many types of exceptions")
    refused = (*LOOP_ENDING, asyncio.CancelledError, BaseExceptionGroup)
    parents = [base for base in bases if issubclass(base, Exception) and not issubclass(base, refused)]
    if not any(issubclass(base, SubmissionError) for base in parents):
        parents = [SubmissionError, *(base for base in parents if base is not Exception)]
    fields = {"type_name": name, "__module__": module, "overlap_number": number}
    short = name.rpartition(".")[2]
    try:
        made = StandIn(short, tuple(parents), fields)
    except TypeError:  # layouts or orders that cannot be mixed
        made = StandIn(short, (SubmissionError,), fields)
    _stand_ins[number] = made
    return made


def encode(error, encoder, depth):
    """The body of an exception's tagged value."""
    if not links_cross and isinstance(error, AssertionError):
        # The message of a scenario's assertion holds what it compared with.
        return {"k": {"c": ["builtins", "AssertionError"]}, "a": []}
    try:
        is_group = isinstance(error, BaseExceptionGroup)
        arguments = [encoder.encode(item, depth + 1) for item in error.args[:8]] if not is_group else [error.message]
    except CannotCross:
        arguments = [_text_of(error)]
    encoded = {"k": encode_class(type(error), encoder, depth), "a": arguments}
    if isinstance(error, BaseExceptionGroup):
        encoded["g"] = [encode(inner, encoder, depth + 1) for inner in error.exceptions[:64]]
    if links_cross or type(error).__module__ == "support" or type(type(error)) is StandIn:
        encoded["f"] = _encode_fields(error, encoder, depth)
    if not links_cross:
        encoded["i"] = encoder.lend(error)
        return encoded
    if "overlap_sent" in error.__dict__:
        encoded["i"] = error.__dict__["overlap_sent"]
    if type(error).__module__ == "submission":
        encoded["s"] = _text_of(error)
    for key, linked in (("c", error.__cause__), ("x", error.__context__ if not error.__suppress_context__ else None)):
        if linked is not None and depth < 8:
            encoded[key] = encode(linked, encoder, depth + 1)
    return encoded


def _text_of(error):
    try:
        return str(str(error))[:_MAX_TEXT]
    except Exception:
        return ""


def _encode_fields(error, encoder, depth):
    """The attributes an exception was given, as far as they cross."""
    fields = {}
    for name, value in error.__dict__.items():
        if _is_field(name):
            try:
                fields[name] = encoder.encode(value, depth + 1)
            except CannotCross:
                continue
    return fields


def _is_field(name):
    """Attributes that have a meaning for exceptions in general, or for us, are no fields."""
    return not name.startswith(("_", "overlap_")) and name not in ("type_name", "facts") and not hasattr(BaseException, name)


def decode(body, decoder, depth):
    """The exception, or the one that had been sent when it comes back as it was."""
    if depth > decoder.max_depth:
        raise CannotCross("the exception is nested too deeply")
    arguments = [decoder.decode(item, depth + 1) for item in body["a"]]
    kind = _decode_class_of(body["k"], decoder, depth)
    if "i" in body and not links_cross:
        sent = decoder.resolve("h", body["i"])
        if type(sent) is kind and (sent.args == tuple(arguments) or isinstance(sent, BaseExceptionGroup)):
            if "c" in body and sent.__cause__ is None:
                sent.__cause__ = decode(body["c"], decoder, depth + 1)
            return sent
    if "g" in body:
        inner = [decode(item, decoder, depth + 1) for item in body["g"]]
        error = BaseExceptionGroup(str(arguments[0]) if arguments else "", inner)
    elif issubclass(kind, LOOP_ENDING):
        error = _ending_stand_in(kind)(*arguments)
    elif kind.__module__ == "builtins":
        error = _construct(kind, arguments)
    else:
        error = kind.__new__(kind, *arguments)  # the type's own __init__ must not run on foreign data
        error.args = tuple(arguments)
    for name, value in body.get("f", {}).items():
        if _is_field(str(name)):
            error.__dict__[str(name)] = decoder.decode(value, depth + 1)
    if "i" in body and links_cross:
        error.overlap_sent = int(body["i"])
    if "s" in body and isinstance(error, SubmissionError):
        error.overlap_text = str(body["s"])[:_MAX_TEXT]
    if "c" in body:
        error.__cause__ = decode(body["c"], decoder, depth + 1)
    if "x" in body:
        error.__context__ = decode(body["x"], decoder, depth + 1)
    return error


def _construct(kind, arguments):
    try:
        return kind(*arguments)  # StopIteration and others keep what they are given in fields of their own
    except Exception:
        error = kind.__new__(kind)
        error.args = tuple(arguments)
        return error


_ending_stand_ins = {}


def _ending_stand_in(kind):
    """An ordinary exception with the name of one that would end a loop."""
    if kind not in _ending_stand_ins:
        _ending_stand_ins[kind] = type(kind.__name__, (SubmissionError,), {"type_name": kind.__name__})
    return _ending_stand_ins[kind]

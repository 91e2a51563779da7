"""JSON without what the standard library's functions do around the C code: they cost more than it does on short texts.

Texts are ASCII and have no space around what they say: both sides of the bridge write them so.
"""

from json import JSONDecoder, JSONEncoder
from json.encoder import c_make_encoder, encode_basestring_ascii

_plain = JSONEncoder(ensure_ascii=True, check_circular=False, separators=(",", ":"))
_chunks = c_make_encoder(None, _plain.default, encode_basestring_ascii, None, ":", ",", False, False, True)
_scan = JSONDecoder().scan_once


def encode(value):
    """The text of a value that is plain JSON. Raises TypeError, ValueError or RecursionError for any other."""
    return "".join(_chunks(value, 0))


def decode(text):
    """The value of a text. Raises ValueError or RecursionError for a text that is not JSON, or not all of it."""
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end != len(text):
        raise ValueError("more than one JSON value")
    return value

"""The one door to the host: a character device. Runs in both interpreters.

A request is written as one frame and its answer read back at once; the host may run the whole world in between.
Nothing here is trusted by the host: it checks every field again.
"""

import os

from . import _json

DEVICE = 3
_HEADER = 8
_FIRST_READ = 16384  # most frames are shorter: one read takes header and body
_write = os.write
_read = os.read


class BridgeRefused(RuntimeError):
    """The host did not accept a request; says why."""


def _read_exactly(count):
    parts = []
    while count > 0:
        part = _read(DEVICE, count)
        if not part:
            raise BridgeRefused("the bridge is closed")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def read_frame():
    """The frame that waits on the device: the message of enter(), or the answer to a request."""
    first = _read(DEVICE, _FIRST_READ)
    if len(first) < _HEADER:
        raise BridgeRefused("the bridge is closed")
    missing = _HEADER + int(first[:_HEADER], 16) - len(first)
    body = first[_HEADER:] if missing <= 0 else first[_HEADER:] + _read_exactly(missing)
    return _json.decode(body.decode("ascii"))


def _write_frame(kind, value):
    body = _json.encode(value).encode("ascii")
    frame = kind + b"%08x" % len(body) + body
    while frame:
        frame = frame[_write(DEVICE, frame):]


#: Notes for the trace (task began, task ended) that travel with the next request or result.
notes = []


def take_notes():
    """The notes since the last call; virtual time cannot have moved in between."""
    global notes
    taken, notes = notes, []
    return taken


def note(*fields):
    """Keep a note for the trace until the next frame goes out."""
    notes.append(fields)


def request(operation, *arguments):
    """Ask the host and return its answer. Raises BridgeRefused with the host's reason."""
    _write_frame(b"q", [take_notes(), operation, *arguments])
    answer = read_frame()
    if type(answer) is list and len(answer) == 2:
        if answer[0] == "ok":
            return answer[1]
        raise BridgeRefused(answer[1])
    raise BridgeRefused("unreadable answer")


def respond(value):
    """Write the result of the enter() that is running."""
    _write_frame(b"r", [take_notes(), value])

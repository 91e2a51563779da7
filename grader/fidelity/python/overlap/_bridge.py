"""The way to the host: frames of JSON on two pipes, from any thread. The product's `_bridge` has the same functions; here
many threads may ask at once, and the host may enter again while one of them waits for its answer."""

import itertools
import json
import os
import queue
import threading

FROM_HOST, TO_HOST = 3, 4
_HEADER = 8
_Inbox = queue.SimpleQueue  # before it is taught the clock
_real_exit = os._exit  # a submission's way out is a request to the host
_write_lock = threading.Lock()
_numbers = itertools.count(1)
_waiting = {}
_notes_lock = threading.Lock()
notes = []


class BridgeRefused(RuntimeError):
    """The host did not accept a request; says why."""


def read_frame():
    """The next frame, or None when the host is gone."""
    header = _read_exactly(_HEADER)
    body = None if header is None else _read_exactly(int(header, 16))
    return None if body is None else json.loads(body)


def _read_exactly(count):
    parts = []
    while count > 0:
        try:
            part = os.read(FROM_HOST, count)
        except OSError:  # the host went while something was on its way to it
            return None
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def send(*fields):
    body = json.dumps(fields, separators=(",", ":")).encode()
    with _write_lock:
        frame = b"%08x" % len(body) + body
        while frame:
            frame = frame[os.write(TO_HOST, frame):]


def end_process(status):
    """Ends this process between two frames."""
    with _write_lock:
        _real_exit(status)


def take_notes():
    global notes
    with _notes_lock:
        taken, notes = notes, []
    return taken


def note(*fields):
    with _notes_lock:
        notes.append(fields)


def is_asking():
    """Whether some thread waits for an answer of the host; it is not at rest."""
    return bool(_waiting)


def hand_to_asker(number, item):
    """The reader's side: an answer, or a message that is to be worked on before the answer comes."""
    _waiting[number].put(item)


def request(operation, *arguments):
    """Ask the host and return its answer. Raises BridgeRefused with the host's reason."""
    if operation == "call_blocking":
        return _call_blocking(*arguments)
    if operation == "call":
        arguments += _thread()
    number = next(_numbers)
    inbox = _waiting[number] = _Inbox()
    try:
        send("request", number, [take_notes(), operation, *arguments])
        while True:
            kind, body = inbox.get()
            if kind == "answer":
                break
            body()
    finally:
        del _waiting[number]
    if body[0] == "ok":
        return body[1]
    raise BridgeRefused(body[1])


def _thread():
    """What a call says of the thread it is made on: nothing on the loop's."""
    from . import _where

    row = _where.body_row()
    return () if row is None else (row,)


#: Blocking calls by number: where their outcome goes. Outcomes that came first wait in `early`.
blocked_calls, early = {}, {}
_calls_lock = threading.Lock()


def _call_blocking(name, text, line, row):
    """A blocking call is an asynchronous one whose thread stands still until the outcome is there."""
    from . import _clock, _where

    begin = _clock.now_ns()
    report = _where.blocking_reporter()
    number = request("call", name, text, line, row)
    inbox = _Inbox()
    with _calls_lock:
        if number in early:
            inbox.put(early.pop(number))
        else:
            blocked_calls[number] = inbox, _clock.Rest(None)
    outcome = inbox.get()
    report(name, begin)
    return outcome


def settle_blocking(number, outcome):
    """True when the call was a blocking one; its thread goes on."""
    with _calls_lock:
        if number not in blocked_calls:
            early[number] = outcome
            return False
        inbox, rest = blocked_calls.pop(number)
        rest.end()
        inbox.put(outcome)
        return True


def forget_early(number):
    with _calls_lock:
        early.pop(number, None)

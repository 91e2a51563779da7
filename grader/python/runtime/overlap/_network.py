"""Connections to simulated hosts: bytes go to the judge's side and come back when their time has come.

What is written costs no time and is sent along with the next read, which is where anybody waits. The host decides what
it says and when; here is only the submission's end of the wire.
"""

import itertools

from . import _bridge, _clock, _endpoint, _references, _student

_numbers = itertools.count(1)


def restart_numbers():
    """As if no connection had ever been made; for the building of images."""
    global _numbers
    _numbers = itertools.count(1)


def place_of(host, port):
    """The name of a host's port, as it is shown: https://name, http://name or name:port."""
    return {443: f"https://{host}", 80: f"http://{host}"}.get(port, f"{host}:{port}")


def at_once(name, *args):
    """What a host says without any time passing, or None when it has nothing to say yet. Raises BridgeRefused when this
    scenario has no such host."""
    outcome = _bridge.request("at_once", name, _endpoint.encode_arguments(args, {}))
    return None if outcome is None else _references.unwrap(outcome, _endpoint.resolve)


def _ns(seconds):
    return None if seconds is None else _clock.to_ns(seconds)


def _payload_of(answer):
    """What an answer of the host holds. Raises OSError as a socket would."""
    kind, value = answer
    if kind == "timeout":
        raise TimeoutError("timed out")
    if kind == "refused":
        raise ConnectionRefusedError(111, "Connection refused")
    if kind == "reset":
        raise ConnectionResetError(104, "Connection reset by peer")
    if kind == "broken":
        raise BrokenPipeError(32, "Broken pipe")
    return value


class Connection:
    """One connection. Every waiting act is there twice: plain, which blocks its thread, and `async_`."""

    def __init__(self, host, port):
        self._name = place_of(host, port)
        self._number = next(_numbers)
        self._unsent = []
        self._within_answer = False
        self.is_open = False

    # -- connecting

    def connect(self, timeout=None):
        """Open it. Raises OSError: no such host, refused, TimeoutError."""
        answer = self._try_connect()
        if answer is None:
            answer = self._attempt(_student.blocking_service, "connect ", "connect", _ns(timeout))
        self._connected(answer)
        return self

    async def async_connect(self, timeout=None):
        """`connect` for a coroutine."""
        answer = self._try_connect()
        if answer is None:
            try:
                answer = await self._attempt(_student.service, "connect ", "connect", _ns(timeout))
            except BaseException:
                self._tell_closed()
                raise
        self._connected(answer)
        return self

    def _try_connect(self):
        try:
            return at_once(self._name, "connect", self._number)
        except _bridge.BridgeRefused:
            raise OSError(-2, "Name or service not known") from None

    def _connected(self, answer):
        _payload_of(answer)
        self.is_open = True

    # -- talking

    def write(self, data):
        """Send; takes no time."""
        if not self.is_open:
            raise BrokenPipeError(32, "Broken pipe")
        self._unsent.append(bytes(data))

    def read(self, size, timeout=None):
        """Up to `size` bytes, at least one; b"" at the end. Raises OSError, TimeoutError."""
        answer = self._there_already(size)
        if answer is None:
            answer = self._attempt(_student.blocking_service, self._label(), "read", self._take_unsent(), size, _ns(timeout))
        return self._read(answer)

    async def async_read(self, size, timeout=None):
        """`read` for a coroutine."""
        answer = self._there_already(size)
        if answer is None:
            answer = await self._attempt(_student.service, self._label(), "read", self._take_unsent(), size, _ns(timeout))
        return self._read(answer)

    def _there_already(self, size):
        if not self.is_open:
            raise OSError(9, "Bad file descriptor")
        # What was asked just now is never answered at once: that is a call of its own, which the timeline shows.
        return None if self._unsent else at_once(self._name, "read", self._number, b"", size, None)

    def _read(self, answer):
        self._within_answer = True
        return _payload_of(answer)

    def _take_unsent(self):
        data, self._unsent = b"".join(self._unsent), []
        self._within_answer = self._within_answer and not data
        return data

    def _label(self):
        """The rest of an answer is waited for under another name than the answer itself: it is no call of its own."""
        return "body of " if self._within_answer and not self._unsent else ""

    def _attempt(self, way, label, act, *rest):
        return way(label + self._name)(act, self._number, *rest)

    # -- closing

    def close(self):
        """Close it; takes no time."""
        if self.is_open:
            self._tell_closed()
        self.is_open = False

    def _tell_closed(self):
        try:
            at_once(self._name, "close", self._number)
        except _bridge.BridgeRefused:
            pass  # the scenario is over

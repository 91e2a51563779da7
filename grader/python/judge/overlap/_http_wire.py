"""HTTP/1.1 as a server reads and writes it. What is read comes from the submission: every text has an outcome, in time
that grows with its length only."""

import http

MAX_HEAD = 64 * 1024
MAX_BODY = 3 * 1024 * 1024
_TOKEN = frozenset(b"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_HEXADECIMAL = frozenset(b"0123456789abcdefABCDEF")


class BadRequest(ValueError):
    """What was sent is no request."""


class Reader:
    """Collects bytes and makes (method, target, headers, body) of them. Looks at no byte twice, however they come."""

    def __init__(self):
        self._data = bytearray()
        self._looked = 0
        self._head = self._body = None

    def feed(self, data):
        """Take in bytes. Raises BadRequest when they become too many."""
        self._data += data
        if len(self._data) > MAX_HEAD + MAX_BODY:
            raise BadRequest("too long")

    def take(self):
        """The next request, or None while it is not complete. Raises BadRequest."""
        if self._head is None:
            end = self._data.find(b"\r\n\r\n", max(0, self._looked - 3))
            self._looked = len(self._data)
            if end < 0 and len(self._data) <= MAX_HEAD:
                return None
            if not 0 <= end <= MAX_HEAD:
                raise BadRequest("head too long")
            self._head = _parse_head(bytes(self._data[:end]))
            self._body = _body_reader(self._head[2])
            self._drop(end + 4)
        used, body = self._body.read(self._data)
        if used:
            self._drop(used)
        if body is None:
            return None
        method, target, headers = self._head
        self._head = None
        return method, target, headers, body

    def _drop(self, count):
        del self._data[:count]
        self._looked = 0


class _Measured:
    """A body whose length is told."""

    def __init__(self, length):
        self._length = length

    def read(self, data):
        """(bytes used up, the whole body or None while it is not complete)."""
        return (self._length, bytes(data[:self._length])) if len(data) >= self._length else (0, None)


class _Chunked:
    """A body in chunks, each with its length before it."""

    def __init__(self):
        self._parts, self._size = [], 0

    def read(self, data):
        """See `_Measured`. Raises BadRequest."""
        at = 0
        while True:
            end = data.find(b"\r\n", at, at + 100)
            if end < 0:
                if len(data) - at >= 100:
                    raise BadRequest("chunk")
                return at, None
            size = bytes(data[at:end]).partition(b";")[0].strip()
            if not 0 < len(size) < 7 or not _HEXADECIMAL.issuperset(size):
                raise BadRequest("chunk")
            length = int(size, 16)
            begin = end + 2
            if len(data) < begin + length + 2:
                return at, None
            if data[begin + length:begin + length + 2] != b"\r\n":
                raise BadRequest("chunk")
            at = begin + length + 2
            if length == 0:
                return at, b"".join(self._parts)
            self._size += length
            if self._size > MAX_BODY:
                raise BadRequest("too long")
            self._parts.append(bytes(data[begin:begin + length]))


def _body_reader(headers):
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return _Chunked()
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= MAX_BODY):
        raise BadRequest("content-length")
    return _Measured(int(length))


def _parse_head(head):
    first, *lines = head.split(b"\r\n")
    words = first.split(b" ")
    if len(words) != 3 or not words[2].startswith(b"HTTP/1.") or not words[0] or not _TOKEN.issuperset(words[0]):
        raise BadRequest("request line")
    if len(lines) > 200:
        raise BadRequest("too many headers")
    headers = {}
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not name or not _TOKEN.issuperset(name):
            raise BadRequest("header")
        key, value = name.decode("ascii").lower(), value.strip(b" \t").decode("latin-1")
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return words[0].decode("ascii"), words[1].decode("latin-1"), headers


def head_of(status, headers):
    """The bytes before the body of a response. `headers`: pairs of text."""
    try:
        phrase = http.HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers)]
    if any("\r" in line or "\n" in line for line in lines):
        raise ValueError("a header holds a line end")
    return "\r\n".join([*lines, "", ""]).encode("latin-1")

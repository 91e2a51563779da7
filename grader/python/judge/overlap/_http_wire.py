"""HTTP/1.1 as a server reads and writes it. What is read comes from the submission: every text has an outcome, in time
that grows with its length only."""

import http

MAX_HEAD = 64 * 1024
MAX_BODY = 3 * 1024 * 1024
_TOKEN = frozenset(b"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class BadRequest(ValueError):
    """What was sent is no request."""


class Reader:
    """Collects bytes and makes (method, target, headers, body) of them."""

    def __init__(self):
        self._parts = []
        self._size = 0
        self._head = None

    def feed(self, data):
        """Take in bytes. Raises BadRequest when they become too many."""
        if data:
            self._parts.append(data)
            self._size += len(data)
            if self._size > MAX_HEAD + MAX_BODY:
                raise BadRequest("too long")

    def take(self):
        """The next request, or None while it is not complete. Raises BadRequest."""
        data = b"".join(self._parts)
        self._parts = [data]
        if self._head is None:
            end = data.find(b"\r\n\r\n")
            if end < 0 and len(data) <= MAX_HEAD:
                return None
            if not 0 <= end <= MAX_HEAD:
                raise BadRequest("head too long")
            self._head = _parse_head(data[:end])
            data = data[end + 4:]
            self._keep(data)
        method, target, headers = self._head
        if headers.get("transfer-encoding", "").lower() == "chunked":
            taken = _take_chunked(data)
        else:
            length = headers.get("content-length", "0")
            if not (length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= MAX_BODY):
                raise BadRequest("content-length")
            taken = (data[:int(length)], data[int(length):]) if len(data) >= int(length) else None
        if taken is None:
            return None
        body, rest = taken
        self._head = None
        self._keep(rest)
        return method, target, headers, body

    def _keep(self, data):
        self._parts, self._size = [data], len(data)


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


def _take_chunked(data):
    """(body, rest) or None while it is not complete."""
    parts, at = [], 0
    while True:
        end = data.find(b"\r\n", at)
        if end < 0:
            if len(data) - at > 100:
                raise BadRequest("chunk")
            return None
        size = data[at:end].partition(b";")[0].strip()
        if not 0 < len(size) < 7 or not frozenset(b"0123456789abcdefABCDEF").issuperset(size):
            raise BadRequest("chunk")
        length = int(size, 16)
        at = end + 2
        if len(data) < at + length + 2:
            return None
        if data[at + length:at + length + 2] != b"\r\n":
            raise BadRequest("chunk")
        if length == 0:
            return b"".join(parts), data[at + 2:]
        parts.append(data[at:at + length])
        at += length + 2


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

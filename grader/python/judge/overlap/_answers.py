"""What a simulated host answers, and at which pace."""

import http
import json

from . import _clock, _http_wire


class Answer:
    """An HTTP answer; made with `answer()`, `no_answer()` and `reset()`."""

    #: The site's own latency holds.
    of_site = object()

    def __init__(self, status, body, headers, latency, chunks, gap, cut):
        self.status, self.body, self.headers = status, body, headers
        self.latency, self.chunks, self.gap, self.cut = latency, chunks, gap, cut

    def pieces(self, request, closes):
        """(nanoseconds after the headers, bytes; "end" where the host closes, "reset" where it breaks off)."""
        request.status = self.status
        kind, body = _encoded(self.body)
        given = [(name.lower(), str(value)) for name, value in _pairs(self.headers)]
        names = {name for name, _ in given}
        headers = [*given]
        has_body = self.status >= 200 and self.status not in (204, 304)
        if has_body and kind and "content-type" not in names:
            headers.append(("content-type", kind))
        if has_body:
            headers.append(("content-length", str(len(body))))
        if closes:
            headers.append(("connection", "close"))
        head = _http_wire.head_of(self.status, headers)
        if not has_body or request.method == "HEAD":
            return [(0, head), *([(0, "end")] if closes else [])]
        if self.cut is not None:
            return [(0, head + body[:self.cut]), (_clock.to_ns(self.gap), "reset")] if self.cut >= 0 else [(0, "reset")]
        if self.chunks == 1 and not self.gap:
            return [(0, head + body), *([(0, "end")] if closes else [])]
        parts = _split(body, self.chunks)
        paced = [((number + 1) * _clock.to_ns(self.gap), part) for number, part in enumerate(parts)]
        return [(0, head), *paced, *([(paced[-1][0], "end")] if closes and paced else [])]


def answer(body=None, *, status=200, headers=None, latency=Answer.of_site, chunks=1, gap=0.0):
    """An answer for a route of `world.http`. `body`: a dict or list is sent as JSON, text as text, bytes as they are.
    `latency`: seconds until its headers are there (default: the site's; None: never). `chunks` and `gap`: the body
    comes in so many parts (or in these parts, a list of bytes), each `gap` seconds after what was before it."""
    whole = b"".join(chunks) if isinstance(chunks, list) else body
    return Answer(status, whole, headers or {}, latency, chunks, gap, None)


def no_answer():
    """For a route that takes the request and never says anything."""
    return Answer(200, b"", {}, None, 1, 0.0, None)


def reset(*, latency=Answer.of_site, after=None, body=b"", gap=0.0):
    """For a route that breaks the connection off: instead of an answer, or, with `after`, when so many bytes of `body`
    were sent and `gap` seconds have passed."""
    return Answer(200, body, {}, latency, 1, gap, -1 if after is None else after)


def of_route(target, request, status=None):
    """The answer that a route's value stands for."""
    value = target(request) if callable(target) else target
    if isinstance(value, Answer):
        return value
    if status is None and type(value) is int:
        status, value = value, {"error": http.HTTPStatus(value).phrase} if value >= 400 else None
    return answer(value, status=status or (204 if value is None else 200))


def _encoded(body):
    if body is None:
        return None, b""
    if isinstance(body, bytes):
        return "application/octet-stream", body
    if isinstance(body, str):
        return "text/plain; charset=utf-8", body.encode()
    return "application/json", json.dumps(body, ensure_ascii=False).encode()


def _pairs(headers):
    return headers.items() if isinstance(headers, dict) else headers


def _split(body, chunks):
    if isinstance(chunks, list):
        return chunks
    size = max(1, -(-len(body) // max(1, chunks)))
    return [body[at:at + size] for at in range(0, len(body), size)]

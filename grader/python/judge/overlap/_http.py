"""Simulated HTTP hosts: what they answer and when is the scenario's, what was asked of them is recorded here."""

import heapq
import json
import urllib.parse
from collections import deque

from . import _http_wire
from ._answers import Answer, of_route
from ._connections import NEVER_NS, Server, Span, _limit, highest_overlap

_MAX_READ = 1 << 20
#: Requests that a client may send before it has read the answers to those before.
_MAX_AHEAD = 16
_RESET, _END = object(), object()


class Request:
    """One recorded request. Times in virtual seconds since the scenario began; `end` is None while it is in flight."""

    def __init__(self, site, connection, parsed, at_ns):
        #: "GET", "POST", …; `path` without the query, percent signs decoded; `headers` by their names in lower case.
        self.method, target, self.headers, self.body = parsed
        path, _, query = target.partition("?")
        self._segments = [urllib.parse.unquote(segment) for segment in path.split("/")]
        self.path = "/".join(self._segments)
        self.query_list = urllib.parse.parse_qsl(query, keep_blank_values=True, max_num_fields=200)
        #: The query's parameters; of repeated ones the last.
        self.query = dict(self.query_list)
        #: What stands for `{name}` in the route's pattern.
        self.params = {}
        #: The number of the connection it came on.
        self.connection = connection
        #: The status it was answered with, or None.
        self.status = None
        #: "unfinished", "ok" (whatever its status), "reset", "timeout" (the client gave up waiting) or "cancelled".
        self.outcome = "unfinished"
        self._site, self._span = site, Span(at_ns)

    @property
    def begin(self):
        """When it arrived."""
        return self._site._seconds(self._span.begin_ns)

    @property
    def end(self):
        """When its answer had been read to the end, or nobody waited for it any more."""
        return None if self._span.end_ns is None else self._site._seconds(self._span.end_ns)

    @property
    def text(self):
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    def json(self):
        """The body as JSON. Raises ValueError."""
        return json.loads(self.body)

    @property
    def form(self):
        """The fields of a submitted form."""
        return dict(urllib.parse.parse_qsl(self.text, keep_blank_values=True, max_num_fields=200))

    def _finish(self, at_ns, outcome):
        if self._span.end_ns is None:
            self._span.finish(at_ns)
            self.outcome = outcome

    def __repr__(self):
        return f"Request({self.method} {self.path}, begin={self.begin}, end={self.end}, outcome={self.outcome!r})"


class Clients:
    """How many httpx clients the submission says it has made and closed."""

    def __init__(self, opened, closed):
        self.opened, self.closed, self.open = opened, closed, opened - closed

    def __repr__(self):
        return f"<clients: {self.opened} opened, {self.closed} closed>"


class Site(Server):
    """A simulated host: `site = world.http("https://api.example.com", {"GET /users/{id}": …}, latency=0.3)`.

    Routes: "METHOD /path" or "/path" for every method; `{name}` stands for one segment, `{name:path}` for the rest. What
    a route is: a dict or list (answered as JSON), text, bytes, a status, an `answer(…)`, or a function of the request
    that returns one of these; a function that raises answers 500. Paths without a route answer 404.

    `latency`: seconds until the headers of an answer are there, unless the route has its own: a number, (low, high) drawn
    from the seed, or a function of the request. `connect`: seconds to open a connection, None for never. `refuses`: no
    connection can be opened. `capacity`: requests worked on at once, the others queue; one that was given up keeps its
    place. `keep_alive=False`: the host closes each connection after one answer."""

    def __init__(self, world, base_url, routes, *, latency=0.0, connect=0.0, capacity=None, refuses=False, keep_alive=True):
        parts = urllib.parse.urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError('write world.http("https://host.example", {…})')
        port = parts.port or (443 if parts.scheme == "https" else 80)
        name = {443: f"https://{parts.hostname}", 80: f"http://{parts.hostname}"}.get(port, f"{parts.hostname}:{port}")
        super().__init__(world, name, connect, refuses, ["body of "], False)
        self._routes = [_Route(parts.path.rstrip("/"), pattern, target) for pattern, target in routes.items()]
        self._latency, self._keep_alive = latency, keep_alive
        self._free = None if capacity is None else [0] * capacity
        #: Every request so far, in order of arrival.
        self.requests = []

    def _seconds(self, at_ns):
        return (at_ns - self._world._begin) / 1e9

    @property
    def peak(self):
        """The most requests in flight at once."""
        from ._observed import Peak

        return Peak(highest_overlap([request._span for request in self.requests]), self._name)

    @property
    def order(self):
        """The paths that were asked for, in order of arrival."""
        return [request.path for request in self.requests]

    @property
    def cancelled(self):
        """The requests that were given up before they were answered, other than by a time limit of the client."""
        return [request for request in self.requests if request.outcome == "cancelled"]

    def make_connection(self, number):
        return _Wire(self, number)

    def respond(self, request):
        """The answer to a request and how many nanoseconds after its arrival it begins."""
        path_known = False
        for route in self._routes:
            params = route.match(request._segments)
            if params is None:
                continue
            path_known = True
            if route.method in (None, request.method) or (route.method == "GET" and request.method == "HEAD"):
                request.params = params
                try:
                    answer = of_route(route.target, request)
                    latency = self._latency if answer.latency is Answer.of_site else answer.latency
                    return answer, self.duration_ns(latency, request)
                except Exception as error:
                    return of_route({"error": type(error).__name__}, request, status=500), 0
        return of_route(405 if path_known else 404, request), self.duration_ns(0 if callable(self._latency) else self._latency)

    def begin_work(self, at_ns, duration_ns):
        """When work on a request that arrived now begins: its place is booked for as long as it takes."""
        if self._free is None:
            return at_ns
        begin_ns = max(at_ns, heapq.heappop(self._free))
        heapq.heappush(self._free, min(NEVER_NS, begin_ns + duration_ns))
        return begin_ns


class _Route:
    def __init__(self, prefix, pattern, target):
        method, space, path = pattern.strip().rpartition(" ")
        if not path.startswith("/"):
            raise ValueError(f'{pattern!r} is not a route: write "GET /path"')
        self.method = method.strip().upper() if space else None
        self._segments = (prefix + path).split("/")
        self.target = target

    def match(self, given):
        """What stands for the names of the pattern, or None. `given`: the segments of the path."""
        params = {}
        for index, segment in enumerate(self._segments):
            if segment.startswith("{") and segment.endswith(":path}"):
                params[segment[1:-6]] = "/".join(given[index:])
                return params
            if index >= len(given):
                return None
            if segment.startswith("{") and segment.endswith("}") and given[index]:
                params[segment[1:-1]] = given[index]
            elif segment != given[index]:
                return None
        return params if len(given) == len(self._segments) else None


class _Wire:
    """One connection: what was said on it so far, and what will be, and when."""

    def __init__(self, site, number):
        self._site, self._number = site, number
        self._reader = _http_wire.Reader()
        self._out = deque()  # (from when, bytes or _RESET or _END, the request it answers)
        self._requests = 0
        self._last_ns = 0
        self._unanswered = 0
        self._is_over = self._had_timeout = False

    def _at_once(self, act, rest, now_ns):
        if act != "read":
            return ("broken", None)
        return self._answer(act, rest, now_ns) if self._out and self._out[0][0] <= now_ns else None

    def _latency_of(self, act, rest, begin_ns):
        if act != "read" or len(rest) < 3:
            return 0
        self._receive(rest[0] if type(rest[0]) is bytes else b"", begin_ns)
        ready_ns = self._out[0][0] if self._out else NEVER_NS
        return min(ready_ns - begin_ns, _limit(rest[2]))

    def _answer(self, act, rest, at_ns):
        if act != "read" or len(rest) < 3 or type(rest[1]) is not int:
            return ("broken", None)
        left, parts = max(1, min(rest[1], _MAX_READ)), []
        while self._out and self._out[0][0] <= at_ns and left > 0:
            from_ns, piece, request = self._out[0]
            if piece is _RESET or piece is _END:
                if parts:
                    break
                return self._ended(piece, request, at_ns)
            self._out.popleft()
            if len(piece) > left:
                self._out.appendleft((from_ns, piece[left:], request))
                piece = piece[:left]
            left -= len(piece)
            parts.append(piece)
            if request is not None and not any(entry[2] is request for entry in self._out):
                self._unanswered -= 1
                request._finish(at_ns, "ok")
        if parts:
            self._had_timeout = False
            return ("data", b"".join(parts))
        self._had_timeout = True  # what that means for the requests is known when the client closes or reads on
        return ("timeout", None)

    def _ended(self, piece, request, at_ns):
        if request is not None:
            request._finish(at_ns, "reset")
        return ("reset", None) if piece is _RESET else ("data", b"")

    def closed(self, now_ns):
        """The client has closed the connection: who still waited gave up."""
        for _, _, request in self._out:
            if request is not None:
                request._finish(now_ns, "timeout" if self._had_timeout else "cancelled")
        self._out.clear()

    def _receive(self, data, now_ns):
        if self._is_over:
            return
        try:
            self._reader.feed(data)
            while (parsed := self._reader.take()) is not None and not self._is_over:
                if self._unanswered >= _MAX_AHEAD:
                    raise _http_wire.BadRequest("too many requests at once")
                self._serve(Request(self._site, self._number, parsed, now_ns), now_ns)
        except (_http_wire.BadRequest, ValueError):
            self._is_over = True
            head = _http_wire.head_of(400, [("content-length", "0"), ("connection", "close")])
            self._out.extend([(max(now_ns, self._last_ns), head, None), (max(now_ns, self._last_ns), _END, None)])

    def _serve(self, request, now_ns):
        site = self._site
        site.requests.append(request)
        self._requests += 1
        self._unanswered += 1
        if self._requests > 1:
            site.connections.reused += 1
        answer, latency_ns = site.respond(request)
        pieces = answer.pieces(request, closes=not site._keep_alive or request.headers.get("connection", "").lower() == "close")
        begin_ns = site.begin_work(max(now_ns, self._last_ns), min(NEVER_NS, latency_ns + (pieces[-1][0] if pieces else 0)))
        for offset_ns, piece in pieces:
            self._last_ns = min(NEVER_NS, begin_ns + latency_ns + offset_ns)
            self._out.append((self._last_ns, {"reset": _RESET, "end": _END}.get(piece, piece) if type(piece) is str else piece,
                              None if piece == "end" else request))
        if pieces and type(pieces[-1][1]) is str:
            self._is_over = True

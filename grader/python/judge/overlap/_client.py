"""Clients of the submission's web application: each keeps its cookies, as a browser does."""

import json

from . import _asgi, _assertions, _expense, _requests, _sessions


class Chunk:
    """A part of a response's body: `at` (as `world.now`) and `body` (bytes)."""

    def __init__(self, at, body):
        self.at, self.body = at, body

    def __repr__(self):
        return f"Chunk(at={self.at}, body={self.body!r})"


class Response:
    """The answer to a request: `status`, `headers` (names in lower case), `cookies` that it sets, `body` (bytes),
    `text`, `json()`; `chunks` with their times, `began` (its head was there) and `ended` (as `world.now`)."""

    def __init__(self, sent, method):
        _check_order([one.message for one in sent])
        head, parts = sent[0], sent[1:]
        self.status, self.began = head.message.get("status"), head.at
        pairs = [(_text(name).lower(), _text(value)) for name, value in head.message.get("headers", ())]
        self.headers = {}
        for name, value in pairs:
            self.headers[name] = f"{self.headers[name]}, {value}" if name in self.headers else value
        self.cookies = dict(_cookie(value) for name, value in pairs if name == "set-cookie")
        self.chunks = [Chunk(one.at, one.message.get("body", b"")) for one in parts]
        if method == "HEAD":  # servers do not send a body then, whatever the application says
            self.chunks = []
        self.chunks = [chunk for chunk in self.chunks if chunk.body]
        self.body = b"".join(chunk.body for chunk in self.chunks)
        self.ended = sent[-1].at

    @property
    def text(self):
        """The body as text; what is not UTF-8 is replaced."""
        return self.body.decode("utf-8", "replace")

    def json(self):
        """The body as JSON. Fails the scenario when it is not."""
        try:
            return json.loads(self.body)
        except ValueError:
            raise _assertions.CheckFailed(f"not JSON: {self.text[:200]!r}", [{"what": "value"}]) from None

    def __repr__(self):
        return f"<Response {self.status}>"


def _check_order(messages):
    kinds = [message.get("type") for message in messages]
    start, body = "http.response.start", "http.response.body"
    if kinds[:1] != [start] or kinds[1:] != [body] * (len(kinds) - 1):
        raise _assertions.CheckFailed(f"not the messages of a response: {kinds[:6]}", [{"what": "value"}])
    if not all(isinstance(message.get("body", b""), bytes) for message in messages):
        raise _assertions.CheckFailed("the body of a response is not bytes", [{"what": "value"}])
    if len(kinds) == 1 or any(m.get("more_body") for m in messages[-1:]):
        raise _assertions.CheckFailed("the response has no end", [{"what": "value"}])
    if not all(message.get("more_body") for message in messages[1:-1]):
        raise _assertions.CheckFailed("the response goes on after its end", [{"what": "value"}])


def _text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _cookie(text):
    """(name, value) of a Set-Cookie header; the value is None when the cookie is to be forgotten."""
    pair, *attributes = text.split(";")
    name, _, value = pair.partition("=")
    gone = any(part.strip().lower().startswith(("max-age=0", "expires=thu, 01 jan 1970")) for part in attributes)
    return name.strip(), None if gone else value.strip().strip('"')


class Request:
    """A request under way; await it for its Response."""

    def __init__(self, call, client, method):
        #: The call of the application: `.sent`, `.push(message)`, `.is_over`; await it for its end without a response.
        self.call = call
        self._client, self._method = client, method

    def send_body(self, body, more=False):
        """Send a further part of the body, after a request that was started with `more_body=True`."""
        self.call.push({"type": "http.request", "body": body, "more_body": more})

    def disconnect(self):
        """The client goes away."""
        self.call.push({"type": "http.disconnect"})

    @property
    def chunks(self):
        """The parts of the response's body so far."""
        return [Chunk(s.at, s.message.get("body", b"")) for s in self.call.sent if s.message.get("body")]

    def __await__(self):
        return self._finish().__await__()

    async def _finish(self):
        await self.call
        response = Response(self.call.sent, self._method)
        for name, value in response.cookies.items():
            self._client.cookies[name] = value
        for name in [name for name, value in self._client.cookies.items() if value is None]:
            del self._client.cookies[name]
        return response


class Client:
    """Sends requests; several may be under way at once. Its cookies are kept from response to request."""

    def __init__(self, server, application, clock, host):
        self._server, self._application, self._clock, self._host = server, application, clock, host
        #: The cookies, by name; may be changed.
        self.cookies = {}

    def start(self, method, path, *, query=None, headers=None, body=None, form=None, json=None, files=None, csrf=False,
              more_body=False):
        """Send a request and return it without waiting. `form` (a dict) with `files` ({name: (file name, content)}),
        `json` or `body`; `csrf` sends the token of the cookie along; `more_body` keeps the body open for `send_body`."""
        content, kind = _requests.make_body(body, form, json, files)
        named = {"content-type": kind} if kind else {}
        if content and not more_body:
            named["content-length"] = len(content)
        if self.cookies:
            named["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if csrf:
            named["x-csrftoken"] = self.cookies.get("csrftoken", "")
        named.update({name.lower(): value for name, value in (headers or {}).items()})
        scope = _requests.make_scope(method, path, query, named, self._host)
        first = {"type": "http.request", "body": content, "more_body": more_body}
        return Request(_asgi.AsgiCall(self._server, self._application, scope, [first], self._clock), self, method)

    async def request(self, method, path, **options):
        """One request of any method; options as for `start`."""
        return await self.start(method, path, **options)

    async def get(self, path, **options):
        """One GET request."""
        return await self.start("GET", path, **options)

    async def post(self, path, **options):
        """One POST request: `form={…}`, `json=…`, `files={…}` or `body=b"…"`."""
        return await self.start("POST", path, **options)

    async def put(self, path, **options):
        """One PUT request."""
        return await self.start("PUT", path, **options)

    async def patch(self, path, **options):
        """One PATCH request."""
        return await self.start("PATCH", path, **options)

    async def delete(self, path, **options):
        """One DELETE request."""
        return await self.start("DELETE", path, **options)

    async def head(self, path, **options):
        """One HEAD request."""
        return await self.start("HEAD", path, **options)

    async def options(self, path, **options):
        """One OPTIONS request."""
        return await self.start("OPTIONS", path, **options)

    def connect(self, scope):
        """Call the application with any scope (a dict): websocket, or of an unknown type. Returns the AsgiCall."""
        return _asgi.AsgiCall(self._server, self._application, scope, [], self._clock)

    def lifespan(self):
        """`async with app.lifespan():` starts the application up and shuts it down at the end of the block."""
        return _asgi.lifespan(self.connect({"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}}))

    async def login(self, username):
        """Log a user of `django.contrib.auth` in: a session is stored and its cookie kept. Takes no time."""
        self.cookies["sessionid"] = _expense.at_its_expense(lambda: _sessions.log_in(username))

"""A simulation of requests for exercises: blocking HTTP with the same names for what most programs use. It is not
requests and shares no code with it; the work is done by httpx.Client. Whoever calls it on the loop's thread stops the
loop; in a thread it blocks that thread only.

There: get, post, put, patch, delete, head, options, request, Session, Response, exceptions, codes.
"""

import http
import sys
import types

import httpx

__all__ = ["Response", "Session", "delete", "exceptions", "get", "head", "options", "patch", "post", "put", "request"]

codes = types.SimpleNamespace(**{status.name.lower(): status.value for status in http.HTTPStatus})


class RequestException(IOError):
    """Base of all errors here; `response` is there when there was one."""

    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response, self.request = response, request


class HTTPError(RequestException):
    """The status says that it went wrong."""


class ConnectionError(RequestException):
    """There is no connection, or none any more."""


class Timeout(RequestException):
    """It took longer than it might."""


class ConnectTimeout(ConnectionError, Timeout):
    """No connection in time."""


class ReadTimeout(Timeout):
    """No data in time."""


class TooManyRedirects(RequestException):
    """One redirection after another."""


class InvalidURL(RequestException, ValueError):
    """The URL cannot be used."""


class MissingSchema(InvalidURL):
    """The URL does not begin with http:// or https://."""


class JSONDecodeError(RequestException, ValueError):
    """The body is no JSON."""


class ChunkedEncodingError(RequestException):
    """The answer broke off."""


exceptions = types.ModuleType("requests.exceptions", "The exceptions of the simulated requests.")
for _kind in (RequestException, HTTPError, ConnectionError, Timeout, ConnectTimeout, ReadTimeout, TooManyRedirects, InvalidURL,
              MissingSchema, JSONDecodeError, ChunkedEncodingError):
    setattr(exceptions, _kind.__name__, _kind)
sys.modules["requests.exceptions"] = exceptions

_TRANSLATED = [
    (httpx.ConnectTimeout, ConnectTimeout),
    (httpx.TimeoutException, ReadTimeout),
    (httpx.TooManyRedirects, TooManyRedirects),
    (httpx.UnsupportedProtocol, MissingSchema),
    (httpx.InvalidURL, InvalidURL),
    (httpx.RemoteProtocolError, ChunkedEncodingError),
    (httpx.HTTPError, ConnectionError),
]


class Response:
    """What came back."""

    def __init__(self, genuine, history=()):
        self._genuine = genuine
        self.status_code, self.reason = genuine.status_code, genuine.reason_phrase
        self.headers, self.url, self.cookies = genuine.headers, str(genuine.url), genuine.cookies
        self.content, self.encoding = genuine.content, genuine.encoding
        self.elapsed, self.history = genuine.elapsed, list(history)

    @property
    def ok(self):
        """Whether the status is below 400."""
        return self.status_code < 400

    @property
    def text(self):
        """The body as text."""
        return self._genuine.text

    def json(self):
        """The body as JSON. Raises JSONDecodeError, which is a ValueError."""
        try:
            return self._genuine.json()
        except ValueError as error:
            raise JSONDecodeError(str(error), response=self) from None

    def raise_for_status(self):
        """Raises HTTPError when the status is 400 or above."""
        if not self.ok:
            whose = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {whose} Error: {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1):
        """The body in pieces; all of it is there already."""
        for at in range(0, len(self.content), chunk_size):
            yield self.content[at:at + chunk_size]

    def iter_lines(self):
        """The lines of the body."""
        return iter(self.content.splitlines())

    def close(self):
        """Nothing is left to close."""

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


class Session:
    """Requests that share headers, cookies and connections."""

    def __init__(self):
        self._client = httpx.Client(follow_redirects=True, timeout=None)
        self.headers, self.cookies, self.params, self.auth = {}, self._client.cookies, {}, None

    def request(self, method, url, params=None, data=None, json=None, headers=None, cookies=None, auth=None, timeout=None,
                allow_redirects=True, **options):
        """Send a request and wait for the whole answer. `timeout`: seconds, or (connect, read). Raises RequestException."""
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        limits = httpx.Timeout(read, connect=connect)
        if cookies:
            headers = {**(headers or {}), "Cookie": "; ".join(f"{name}={value}" for name, value in dict(cookies).items())}
        body = {"data": data} if isinstance(data, dict) else {"content": data} if data is not None else {}
        try:
            genuine = self._client.request(
                method.upper(), url, params={**self.params, **dict(params or {})} or None, json=json, timeout=limits,
                headers={**self.headers, **(headers or {})}, auth=auth or self.auth, follow_redirects=allow_redirects, **body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            kind = next(made for genuine_kind, made in _TRANSLATED if isinstance(error, genuine_kind))
            raise kind(str(error)) from None
        return Response(genuine, (Response(one) for one in genuine.history if one.is_stream_consumed))

    def get(self, url, **options):
        """GET."""
        return self.request("GET", url, **options)

    def post(self, url, data=None, json=None, **options):
        """POST."""
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        """PUT."""
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        """PATCH."""
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        """DELETE."""
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        """HEAD."""
        return self.request("HEAD", url, **{"allow_redirects": False, **options})

    def options(self, url, **options):
        """OPTIONS."""
        return self.request("OPTIONS", url, **options)

    def close(self):
        """Close the connections."""
        self._client.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def request(method, url, **options):
    """Send one request on a connection of its own."""
    with Session() as session:
        return session.request(method, url, **options)


def get(url, params=None, **options):
    """GET."""
    return request("GET", url, params=params, **options)


def post(url, data=None, json=None, **options):
    """POST."""
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    """PUT."""
    return request("PUT", url, data=data, **options)


def patch(url, data=None, **options):
    """PATCH."""
    return request("PATCH", url, data=data, **options)


def delete(url, **options):
    """DELETE."""
    return request("DELETE", url, **options)


def head(url, **options):
    """HEAD."""
    return request("HEAD", url, **{"allow_redirects": False, **options})


def options(url, **options):
    """OPTIONS."""
    return request("OPTIONS", url, **options)

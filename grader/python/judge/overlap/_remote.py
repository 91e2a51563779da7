"""The judge's handles on things that live in the submission's interpreter."""

import ast

from . import _assertions, _bridge, _client, _codec, _endpoint, _references, _tables


class MissingName(_assertions.CheckFailed):
    """The submission does not define a name that the scenario needs."""


class Remote:
    """A callable, coroutine or object of the submission: call it, await it, look at its attributes."""

    def __init__(self, number, kind, label):
        self._number, self._kind, self._label = number, kind, label

    def overlap_home(self):
        return {"h": self._number}

    def __repr__(self):
        return f"<{self._kind} {self._label} of the submission>"

    def __call__(self, *args, **kwargs):
        return ask(self._number, "call", None, _endpoint.encode_arguments(args, kwargs))

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return ask(self._number, "get", name, None)

    def __await__(self):
        return start(self._number, "self", None, None).__await__()

    async def __aenter__(self):
        return await start(self._number, "call", "__aenter__", _endpoint.encode_arguments((), {}))

    async def __aexit__(self, kind, error, traceback):
        return await start(self._number, "call", "__aexit__", _exit_arguments(error))

    def __enter__(self):
        return ask(self._number, "call", "__enter__", _endpoint.encode_arguments((), {}))

    def __exit__(self, kind, error, traceback):
        return ask(self._number, "call", "__exit__", _exit_arguments(error))

    def __aiter__(self):
        return ask(self._number, "call", "__aiter__", _endpoint.encode_arguments((), {}))

    async def __anext__(self):
        return await start(self._number, "call", "__anext__", _endpoint.encode_arguments((), {}))

    def __iter__(self):
        return ask(self._number, "call", "__iter__", _endpoint.encode_arguments((), {}))

    def __next__(self):
        return ask(self._number, "call", "__next__", _endpoint.encode_arguments((), {}))

    def __getitem__(self, key):
        return ask(self._number, "call", "__getitem__", _endpoint.encode_arguments((key,), {}))

    def __len__(self):
        try:
            return ask(self._number, "call", "__len__", _endpoint.encode_arguments((), {}))
        except AttributeError:  # what list() and bool() expect of an object without a length
            raise TypeError(f"{self!r} has no len()") from None

    def __bool__(self):
        try:
            return len(self) != 0
        except TypeError:
            return True


def _exit_arguments(error):
    known = error if error is None or hasattr(error, "overlap_origin") else _endpoint.without_scenario(error)
    return _endpoint.encode_arguments((None, known, None), {})


def ask(number, operation, name, text):
    """Use something of the submission now."""
    return _references.unwrap(_bridge.request("ask", number, operation, name, text), _endpoint.resolve)


def start(number, operation, name, text):
    """Start work in the submission's loop; returns the future of its end."""
    return _references.wait_for(_bridge.request("start", number, operation, name, text), "stop")


class Submission:
    """The student's module: every top-level name is an attribute."""

    def __init__(self, source, world):
        self._source = source
        self._world = world
        self._client = None
        self._clients = 0
        #: The top-level name that the scenario asked for last.
        self.overlap_last_name = None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.overlap_last_name = name
        try:
            return ask(0, "get", name, None)
        except AttributeError:
            raise MissingName(f"the submission does not define {name!r}", [{"what": "missing", "name": name}]) from None

    @property
    def source(self):
        """The submitted text."""
        return self._source

    @property
    def tree(self):
        """The submitted text as an `ast.Module`."""
        return ast.parse(self._source)

    @property
    def stdout(self):
        """What the submission has printed so far."""
        return _bridge.request("stdout")

    @property
    def support(self):
        """The exercise's support.py, in the submission's interpreter."""
        return ask(0, "support", None, None)

    @property
    def client(self):
        """Sends requests to the submission's Django project: `await submission.client.get("/books/")`. Always the same
        client, which keeps its cookies."""
        if self._client is None:
            self._client = self.new_client()
        return self._client

    def new_client(self, *, middleware=None, wsgi=False):
        """Another client of the Django project, with cookies of its own. `middleware`: the dotted names that
        settings.MIDDLEWARE has for it; `wsgi`: it comes through Django's WSGIHandler, so that everything is sync."""
        return self._new_client(["django", "wsgi" if wsgi else "asgi", middleware])

    def asgi(self, name):
        """A client of an ASGI application of the submission, by its top-level name; needs no Django."""
        return self._new_client(getattr(self, name))

    def _new_client(self, application):
        server = ask(0, "extra", "server", None)
        self._clients += 1
        return _client.Client(server, application, lambda: self._world.now, f"127.0.0.{self._clients}")

    @property
    def database(self):
        """The in-memory database: `await submission.database.load("Book", rows)`."""
        return _tables.Tables(self._world.secret("rows"))

    def is_coroutine_function(self, name):
        """Whether a top-level name is defined with `async def`. Fails with its own diagnosis in `require_async`."""
        return _bridge.request("is_coroutine_function", name)

    def require_async(self, *names):
        """Fail unless each of these names is an `async def` function."""
        for name in names:
            getattr(self, name)
            if not self.is_coroutine_function(name):
                raise _assertions.CheckFailed(f"{name} must be an async def function", [{"what": "not_async", "name": name}])


class Raises:
    """`with raises(ValueError) as caught:`; `caught.error` is the exception."""

    def __init__(self, expected):
        self._expected = expected
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        names = [e if isinstance(e, str) else e.__name__ for e in self._expected]
        if error is not None and any(_matches(error, e) for e in self._expected):
            self.error = error
            return True
        if isinstance(error, _assertions.CheckFailed) or (error is not None and not isinstance(error, Exception)
                                                          and not hasattr(error, "overlap_origin")):
            return False
        got = None if error is None else getattr(error, "type_name", type(error).__name__)
        if isinstance(error, _codec.SubmissionError):
            got = error.type_name
        fact = {"what": "raises", "expected": " / ".join(names), "got": got}
        failure = _assertions.CheckFailed(f"expected {' or '.join(names)}, got {got or 'no exception'}", [fact])
        failure.overlap_origin = getattr(error, "overlap_origin", None)
        raise failure from error


def _matches(error, expected):
    if isinstance(expected, str):
        return getattr(error, "type_name", type(error).__name__) == expected
    if issubclass(expected, _codec.LOOP_ENDING):
        return isinstance(error, expected) or getattr(error, "type_name", None) == expected.__name__
    return isinstance(error, expected)


def raises(*expected):
    """Expect an exception: built-in types, types of support.py, or the name of a type the submission defines."""
    return Raises(expected)

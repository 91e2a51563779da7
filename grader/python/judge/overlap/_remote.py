"""The judge's handles on things that live in the submission's interpreter."""

from . import _assertions, _bridge, _endpoint, _exceptions, _protocols, _references

#: What the scenario has called last of all that is the submission's.
last_called = None
#: A longer collection than this is not one that a scenario can want.
MAX_LENGTH = 1_000_000


class Remote:
    """Something of the submission: a function, class, object, generator, context manager, module.

    It is used as if it were here: call it, read and set its attributes, `await` it, `async with`, `async for`, `for`,
    `len()`, `in`, indexing, `isinstance(value, it)`; generators have `send`, `throw`, `close`, `asend` and so on. The
    same thing is always the same handle, so that `iter(x) is x` can be asked. Comparing it with `==` never asks the
    submission: only the same handle is equal.

        async with submission.Connection("db") as connection:
            assert await connection.query("one") == "ONE"
        assert [n async for n in submission.async_range(0, 3)] == [0, 1, 2]
    """

    def __init__(self, number, kind, label):
        for name, value in (("_number", number), ("_kind", kind), ("_label", label)):
            object.__setattr__(self, name, value)

    def overlap_home(self):
        return {"h": self._number}

    def overlap_awaitable(self):
        """("coroutine" or "awaitable", its label) of what should have been awaited; None of anything else."""
        return (self._kind, self._label) if self._kind in ("coroutine", "awaitable") else None

    def overlap_label(self):
        """What a sentence for students calls it."""
        return f"coroutine {self._label}" if self._kind == "coroutine" else self._label

    def __repr__(self):
        return f"<{self._kind} {self._label} of the submission>"

    def __instancecheck__(self, value):
        return ask(self._number, "isinstance", None, _endpoint.encode_arguments((value,), {})) is True

    def __call__(self, *args, **kwargs):
        global last_called
        last_called = self
        return do(self._number, None, *args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") and name != "__name__":
            raise AttributeError(name)
        return ask(self._number, "get", name, None)

    def __setattr__(self, name, value):
        do(self._number, "__setattr__", name, value)

    def __await__(self):
        return start(self._number, "self", None, None).__await__()

    async def __aenter__(self):
        return await begin(self._number, "__aenter__")

    async def __aexit__(self, kind, error, traceback):
        return await begin(self._number, "__aexit__", None, _known(error), None)

    def __enter__(self):
        return do(self._number, "__enter__")

    def __exit__(self, kind, error, traceback):
        return do(self._number, "__exit__", None, _known(error), None)

    def __aiter__(self):
        return do(self._number, "__aiter__")

    async def __anext__(self):
        return await begin(self._number, "__anext__")

    def __iter__(self):
        return do(self._number, "__iter__")

    def __next__(self):
        return do(self._number, "__next__")

    def __getitem__(self, key):
        return do(self._number, "__getitem__", key)

    def __setitem__(self, key, value):
        do(self._number, "__setitem__", key, value)

    def __delitem__(self, key):
        do(self._number, "__delitem__", key)

    def __contains__(self, value):
        return do(self._number, "__contains__", value)

    def __len__(self):
        length = do(self._number, "__len__")
        if isinstance(length, int) and length > MAX_LENGTH:  # list() would make room for as many at once
            raise _assertions.CheckFailed(f"{self!r} says that it has {length} members", [{"what": "value"}])
        return length

    def __bool__(self):
        try:
            return len(self) != 0
        except TypeError:
            return True


class RemoteCoroutine(Remote):
    """A coroutine of the submission: `await` it, give it to `asyncio.create_task` or a TaskGroup, or `close()` it."""

    def __init__(self, number, kind, label):
        super().__init__(number, kind, label)
        object.__setattr__(self, "_driver", None)
        object.__setattr__(self, "__qualname__", label)

    async def _drive(self):
        return await start(self._number, "self", None, None)

    def send(self, value):
        if self._driver is None:
            object.__setattr__(self, "_driver", self._drive())
        return self._driver.send(value)

    def __next__(self):  # what a task uses where there is one
        return self.send(None)

    def throw(self, *error):
        if self._driver is not None:
            return self._driver.throw(*error)
        self.close()
        raise error[-1] if isinstance(error[-1], BaseException) else error[0]

    def close(self):
        if self._driver is not None:
            self._driver.close()
        else:
            do(self._number, "close")


def _known(error):
    """An exception for the submission's `__exit__`: its own as it is, of others no more than it may know."""
    return error if error is None or hasattr(error, "overlap_origin") else _endpoint.without_scenario(error)


_handles = {}


def handle(number, kind, label):
    """The handle on something of the submission; always the same for the same number."""
    if number not in _handles:
        _handles[number] = (RemoteCoroutine if kind == "coroutine" else Remote)(number, kind, label)
    return _handles[number]


def ask(number, operation, name, text):
    """Use something of the submission now."""
    return _references.unwrap(_bridge.request("ask", number, operation, name, text), _endpoint.resolve)


def do(number, name, /, *args, **kwargs):
    """Call something of the submission, or one of its methods, now."""
    return ask(number, "call", name, _endpoint.encode_arguments(args, kwargs))


def start(number, operation, name, text):
    """Start work in the submission's loop; returns the future of its end."""
    return _references.wait_for(_bridge.request("start", number, operation, name, text), "stop")


def begin(number, name, *args):
    """The future of what an asynchronous method of something of the submission gives."""
    return start(number, "call", name, _endpoint.encode_arguments(args, {}))


def number_of(thing):
    """The number of something of the submission, or None for a plain value."""
    if isinstance(thing, _exceptions.StandIn):
        return thing.overlap_number
    return thing._number if issubclass(type(thing), Remote) else None


async def _call(function, how, args, kwargs):
    number = number_of(function)
    if number is None:
        raise _assertions.CheckFailed(f"{function!r} is no function of the submission", [{"what": "value"}])
    return await start(number, how, None, _endpoint.encode_arguments(args, kwargs))


async def inside_loop(function, /, *args, **kwargs):
    """Call a plain function of the submission from a task of its running event loop, and give what it returns.

    For functions that need a running loop (`return asyncio.gather(…)`) or must refuse one. What they return may be
    awaited: `await (await inside_loop(f))`.

        with raises(RuntimeError):
            await inside_loop(submission.start, job)
    """
    return await _call(function, "inside", args, kwargs)


async def outside_loop(function, /, *args, **kwargs):
    """Call a plain function of the submission as a script does: without a running loop, while the scenario goes on.

    `submission.f()` does the same at once, but the scenario stands still meanwhile: an `async def` of the scenario that
    `f` waits for would never run. Services work either way.

        assert await outside_loop(submission.start, job, 7) == 14
    """
    return await _call(function, "outside", args, kwargs)


def install():
    """Makes exceptions of the submission's types there, by their own `__init__`."""
    _exceptions.StandIn.construct = lambda number, args, kwargs: do(number, None, *args, **kwargs)


assert set(_protocols.ACTS) <= set(dir(Remote))

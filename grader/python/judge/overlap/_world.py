"""The judge's view of the world: services, time, what was recorded. All facts come from the host."""

import inspect
import asyncio
import hashlib
import random

from . import _assertions, _bridge, _clock, _findings, _http, _observed, _queries, _references, _remote, _service, _shared
from . import _sql, _sql_server


class Measurement:
    """Made by `world.measure()`: `elapsed` is the virtual seconds spent inside the block, None before its end."""

    def __enter__(self):
        self._begin = _clock.now_ns()
        self.elapsed = None
        return self

    def __exit__(self, *exc):
        self.elapsed = _observed.Seconds((_clock.now_ns() - self._begin) / 1e9)


class World:
    """Virtual clock, services and record of one scenario. All times are virtual seconds."""

    def __init__(self, seed, key, source):
        self._seed, self._key, self._source = seed, key, source
        self._submission_key = hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()
        self._begin = _clock.now_ns()
        self._services = {}
        self._has_tasks = False
        self._random = random.Random(key)

    # Things for the submission to use

    def service(self, name, *, latency=0.0, reply=None, fail=None, capacity=None):
        """Register a service: a thing that takes time and records its calls.

        `latency`: seconds; `(low, high)`, drawn for each call from the world's seed; or a function of the call's
        arguments. `reply`: the answer, or a function of the arguments. `fail`: an exception to raise instead, None, or a
        function of the arguments that gives either. `capacity`: how many calls are served at once, the others queue.
        Raises ValueError when there is a service of this name.

            pages = world.service("pages", latency=(0.1, 0.9), reply=lambda url: world.secret(url))
        """
        if name in self._services:
            raise ValueError(f"there is a service {name!r} already")
        made = _service.Service(name, reply, fail, latency, self._begin)
        if callable(latency):
            how = "ask"
        elif isinstance(latency, (tuple, list)):
            how = [_clock.to_ns(latency[0]), _clock.to_ns(latency[1])]
        else:
            how = _clock.to_ns(latency)
        _bridge.request("service", name, how, capacity)
        self._services[name] = made
        return made

    def database(self, *, query_latency=0.0, capacity=None):
        """The database behind Django's ORM: every query takes `query_latency` seconds (a number, or a function of its
        SQL) on the thread that runs it.

            database = world.database(query_latency=0.1)
        """
        latency = (lambda sql, *_: query_latency(sql)) if callable(query_latency) else query_latency
        service = self.service("database", latency=latency, reply=_sql.execute, capacity=capacity)
        service._keep_no_replies()
        return _queries.Database(service)

    def http(self, base_url, routes, **options):
        """A simulated HTTP host that httpx, urllib and requests reach at `base_url`; see `Site` for options and record."""
        return _http.Site(self, base_url, routes, **options)

    def sql(self, name, schema="", **options):
        """A simulated database server that aiomysql, asyncpg and the sessions reach as the database `name`; see
        `SqlServer` for options and record. `schema`: SQL that makes and fills its tables."""
        return _sql_server.SqlServer(self, name, schema, **options)

    @property
    def http_clients(self):
        """How many httpx clients were made and closed: `.opened`, `.closed`, `.open`. The submission's own report, good
        against mistakes; `site.connections` is what counts."""
        return _http.Clients(*_bridge.request("clients"))

    def expose(self, target, *names, name=None):
        """An object of the scenario that the submission may use through these attribute names, and no others.

        What Python's syntax does with its type (`async with`, `for`, `len()`, calling it) works as well. Once exposed, it
        stays so: a method may return the object itself. Attributes cannot be set by the submission; one that is a service is
        looked up once, all others whenever they are used.

        A function needs no exposing. It is called `callback` in the submission, or by its own name where the submitted text
        or support.py has that word, too. With `name` it is seen by that one (`__name__`), if it was not passed before. Raises
        ValueError for what is no name, and for a name of what is no function.

            session = world.expose(Session(), "query")
            timed = submission.timed(world.expose(page, name="fetch_page"))
        """
        if name is not None and not (inspect.isroutine(target) and isinstance(name, str) and name.isidentifier()):
            raise ValueError("name= is for functions, and must be one that a function can have")
        return _references.Exposed(target, tuple(names), name)

    def shared(self, initial):
        """A list or dict that the submission changes where it is. Lists and dicts cross by value otherwise.

        To the scenario it is an ordinary list or dict; a list knows when each item was put in (`times`, `timed`). To the
        submission it behaves like one. Items cross by value. Raises TypeError for other types.

            log = world.shared([])
            await submission.hello(log)
            assert log.timed == [(0.0, "hello"), (1.0, "world")]
        """
        if isinstance(initial, list):
            return _shared.SharedList(initial, self._begin)
        if isinstance(initial, dict):
            return _shared.SharedDict(initial)
        raise TypeError("world.shared takes a list or a dict")

    async def task(self, function, *args, name=None, **kwargs):
        """A task in the submission's event loop that runs `function(*args, **kwargs)`: a service, an `async def` of the
        submission or of the scenario. What comes back is the asyncio.Task there: `done()`, `cancel()`, `await` and all
        else. It does not count as left running.

            job = await world.task(users, 1, name="worker-1")
            assert submission.describe(job)["name"] == "worker-1"
        """
        self._has_tasks = True
        create = _remote.ask(0, "extra", "create_task", None)
        return create(function, name, args, kwargs)

    def module(self, name):
        """A module of the submission's interpreter, such as its `asyncio`. Raises ImportError.

            queue = world.module("asyncio").Queue()
            feed = submission.Feed(queue)
        """
        return _remote.ask(0, "module", name, None)

    # Time

    @property
    def now(self):
        """Virtual seconds since the scenario began."""
        return _observed.Seconds((_clock.now_ns() - self._begin) / 1e9)

    @property
    def elapsed(self):
        """The same, by the name that reads well in assertions.

            assert world.elapsed == 1.5
        """
        return self.now

    async def sleep(self, seconds):
        """Let virtual time pass on the scenario's side. What else happens at that instant may come before or after."""
        await asyncio.sleep(seconds)

    async def until(self, seconds):
        """Wait until this many virtual seconds after the scenario's begin, and until everything that happens at that
        instant has happened. Fails the scenario when that instant is over.

            loading = asyncio.create_task(submission.load(fetch, [1, 2, 3]))
            await world.until(0.1)
            assert fetch.call_count == 3
            await loading
        """
        at_ns = self._begin + _clock.to_ns(seconds)
        if at_ns < _clock.now_ns():
            fact = {"what": "elapsed", "got": float(self.now), "expected": float(seconds)}
            raise _assertions.CheckFailed(f"it is {self.now} s already: too late to wait until {seconds} s", [fact])
        await _references.wait_for(_bridge.request("until", at_ns), "cancel")

    def move_wall_clock(self, seconds):
        """Set the submission's wall clock by so many seconds forward, or back where negative, as people and machines do.
        `time.time()` and `datetime.now()` jump; `time.monotonic()` and the event loop know nothing of it.

            await cache.set("key", "value", ttl=1)
            world.move_wall_clock(-3600)
            await world.until(1.1)
            assert await cache.get("key") is None
        """
        _bridge.request("move_clock", round(seconds * 1000))

    def measure(self):
        """A context manager: the virtual seconds spent inside it are its `elapsed`.

            with world.measure() as request:
                await submission.client.get("/books/")
            assert request.elapsed == 0.1
        """
        return Measurement()

    # The record

    @property
    def calls(self):
        """Every call of every service so far, in order of start."""
        return self._recorded()[0]

    @property
    def peak(self):
        """The highest number of calls in flight at once, of all services together."""
        return self._recorded()[1]

    def _recorded(self):
        return _service.recorded(None, self._begin)

    @property
    def events(self):
        """Starts and ends of all calls, in the order in which they happened.

            assert world.events == ["reserve starts", "reserve ends", "pay starts", "pay fails"]
        """
        return _service.events_of(self.calls)

    @property
    def cancelled(self):
        """The names of the services that had a call cancelled, as a set.

            assert world.cancelled == {"user", "posts"}
        """
        return _observed.Names("cancelled", (call.service for call in self.calls if call.outcome == "cancelled"))

    @property
    def blocked(self):
        """Intervals in which the event loop stood still. Empty is good.

            assert not world.blocked
        """
        return _observed.Blocked("blocked", _bridge.request("blocked"))

    @property
    def leaked_tasks(self):
        """Names of the submission's tasks that are not finished, apart from calls of the scenario that are under way, what
        these have started, and tasks of `world.task`.

            assert not world.leaked_tasks
        """
        return _observed.Facts("leaked", _bridge.request("leaked", self._has_tasks))

    @property
    def never_awaited(self):
        """Names of coroutines that were created and dropped without being awaited.

            assert not world.never_awaited
        """
        return _observed.Facts("unawaited", _bridge.request("unawaited"))

    @property
    def warnings(self):
        """Warnings so far, each with `category`, `text`, `line`: deprecations, coroutines never awaited, and what the
        compiler says (`SyntaxWarning`, found in the submitted text itself). Empty is good."""
        return _findings.warned(self._source, *_bridge.request("warnings"))

    @property
    def unhandled(self):
        """Exceptions that reached nobody so far, each with `what`, `type`, `text`, `line`: in tasks that nobody asked for
        their result, in callbacks, in threads, in `__del__`. Empty is good."""
        return _findings.Findings("unhandled", [_findings.Unhandled(*one) for one in _bridge.request("unhandled")])

    @property
    def thread_calls(self):
        """How many functions ran in threads. The submission's own report, as `leaked_tasks` is: right for mistakes, no
        proof against malice. What ran beside what is a fact in `in_thread` and `peak` of the calls of services.

            assert world.thread_calls == 0
        """
        return _observed.Count(_bridge.request("threads", False), "threads")

    @property
    def process_calls(self):
        """How many functions ran in process pools. Each worker is simulated by a thread; such calls are not counted as
        `thread_calls`.

            assert world.process_calls == 1
        """
        return _observed.Count(_bridge.request("threads", True), "processes")

    @property
    def trouble(self):
        """Everything that should not happen in any exercise, as texts: warnings (coroutines that were never awaited are
        among them), an event loop that stood still, tasks left running, exceptions that reached nobody.

            assert not world.trouble
        """
        return _observed.Trouble(("warned", self.warnings), ("blocked the event loop", self.blocked),
                                 ("left running", self.leaked_tasks), ("reached nobody", self.unhandled))

    # What cannot be guessed

    @property
    def random(self):
        """A `random.Random` that is the same in every run with the same seed.

            limit = world.random.randint(3, 6)
        """
        return self._random

    def secret(self, key):
        """A value that cannot be guessed and is the same for the same submission, key and seed: put it into replies.
        Another text gets other values, so that what one attempt has seen is of no use to the next."""
        return hashlib.sha256(f"{self._key}/{self._submission_key}/{key!r}".encode()).hexdigest()[:12]

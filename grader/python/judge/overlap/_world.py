"""The judge's view of the world: services, time, what was recorded. All facts come from the host."""

import hashlib
import random

from . import _bridge, _clock, _codec, _endpoint, _findings, _http, _queries, _references, _sql, _sql_server


class Seconds(float):
    """A stretch of virtual time that was observed; a failed comparison with it can be explained."""

    observed = ("elapsed", None)


class Peak(int):
    """The most calls of one service that were in flight at once."""

    def __new__(cls, value, service):
        made = super().__new__(cls, value)
        made.observed = ("peak", service)
        return made


class Facts(list):
    """A list of things that should usually be empty: blocked intervals, leaked tasks, coroutines never awaited."""

    def __init__(self, what, items):
        super().__init__(items)
        self.observed = (what, None)


class Call:
    """One recorded call of a service. Times in virtual seconds since the scenario began; `end` is None while it is in flight."""

    def __init__(self, args, kwargs, begin, end, outcome, thread):
        self.args, self.kwargs = tuple(args), kwargs
        self.begin, self.end, self.outcome, self.in_thread = begin, end, outcome, thread

    def __repr__(self):
        return f"Call(args={self.args!r}, begin={self.begin}, end={self.end}, outcome={self.outcome!r})"


class Service:
    """A simulated service. Pass it to the submission and it becomes an `async` callable there."""

    def __init__(self, name, reply, fail, latency, scenario_began):
        self._name, self._reply, self._fail, self._latency = name, reply, fail, latency
        self._scenario_began = scenario_began
        self._replied = []
        self._refused = {}

    def overlap_home(self):
        return {"v": [self._name, False]}

    @property
    def blocking(self):
        """The same service as a blocking callable."""
        return BlockingView(self._name)

    def __repr__(self):
        return f"<service {self._name!r}>"

    def _recorded(self):
        return _bridge.request("recorded", self._name)

    @property
    def calls(self):
        """Every call so far, in order of start."""
        made = []
        for text, begin, end, outcome, thread in self._recorded()["calls"]:
            args, kwargs = _endpoint.decode(text)
            made.append(Call(args, kwargs, self._seconds(begin), None if end is None else self._seconds(end), outcome, thread))
        return made

    def _seconds(self, at_ns):
        # As with `world.now`: what the submission did while it was loaded came before the scenario.
        return (at_ns - self._scenario_began) / 1e9

    @property
    def peak(self):
        """The highest number of calls in flight at once."""
        return Peak(self._recorded()["peak"], self._name)

    @property
    def order(self):
        """The arguments of the calls in order of start; a single positional argument stands for itself."""
        return [call.args[0] if len(call.args) == 1 and not call.kwargs else call.args for call in self.calls]

    @property
    def cancelled(self):
        """The calls that were cancelled."""
        return [call for call in self.calls if call.outcome == "cancelled"]

    def replied(self, *args, **kwargs):
        """What the service answered to a call with these arguments. Raises LookupError when there was none so far."""
        for at_ns, seen_args, seen_kwargs, value in self._replied:
            # A call on a virtual thread is computed at once, but has not been answered before its time.
            if at_ns <= _clock.now_ns() and seen_args == args and seen_kwargs == kwargs:
                return value
        raise LookupError(f"service {self._name!r} never answered a call with {args!r}")

    async def __call__(self, *args, **kwargs):
        text = _endpoint.encode_arguments(args, kwargs)
        return await _references.wait_for(_bridge.request("call", self._name, text), "cancel")

    def latency_of(self, args, kwargs, begin_ns):
        return _clock.to_ns(self._latency(*args, **kwargs))

    def refuse(self, text, error):
        """Remember that a call could not even be timed; its answer is this error."""
        self._refused[text] = error

    def check_refused(self, text):
        error = self._refused.get(text)
        if error is not None:
            raise error if isinstance(error, _codec.CannotCross) else TypeError("called with the wrong arguments")

    def answer(self, args, kwargs, at_ns):
        failure = self._fail(*args, **kwargs) if callable(self._fail) and not isinstance(self._fail, type) else self._fail
        if failure is not None:
            raise failure
        value = self._reply(*args, **kwargs) if callable(self._reply) else self._reply
        if self._reply is not _sql.execute:  # nobody asks what the database answered, and it may be much
            self._replied.append((at_ns, tuple(args), kwargs, value))
        return value


class BlockingView:
    """A service handed over as a blocking callable."""

    def __init__(self, name):
        self._name = name

    def overlap_home(self):
        return {"v": [self._name, True]}


class Measurement:
    """`with world.measure() as m:` gives `m.elapsed`, the virtual seconds inside the block."""

    def __enter__(self):
        self._begin = _clock.now_ns()
        self.elapsed = None
        return self

    def __exit__(self, *exc):
        self.elapsed = Seconds((_clock.now_ns() - self._begin) / 1e9)


class World:
    """Virtual clock, services and record of one scenario."""

    def __init__(self, seed, key, source):
        self._seed, self._key, self._source = seed, key, source
        self._submission_key = hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()
        self._begin = _clock.now_ns()
        self._services = {}
        #: A random source that is the same in every run with the same seed.
        self.random = random.Random(key)

    def service(self, name, *, latency=0.0, reply=None, fail=None, capacity=None):
        """Register a service. `latency` in seconds: a number, (low, high) drawn with the world's seed, or a function of
        the call's arguments. `reply` and `fail`: a value, or a function of the arguments; `fail` is an exception to
        raise, or None. `capacity`: how many calls it serves at once, further ones queue."""
        if name in self._services:
            raise ValueError(f"there is a service {name!r} already")
        made = Service(name, reply, fail, latency, self._begin)
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
        """The database behind Django's ORM: every query takes `query_latency` seconds on the thread that runs it."""
        latency = (lambda sql, *_: query_latency(sql)) if callable(query_latency) else query_latency
        return _queries.Database(self.service("database", latency=latency, reply=_sql.execute, capacity=capacity))

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

    def expose(self, target, *names):
        """An object of the scenario that the submission may use through these attribute names, and no others."""
        return _references.Exposed(target, tuple(names))

    @property
    def now(self):
        """Virtual seconds since the scenario began."""
        return Seconds((_clock.now_ns() - self._begin) / 1e9)

    elapsed = now

    def measure(self):
        """Context manager: the virtual seconds spent inside it are its `elapsed`."""
        return Measurement()

    async def sleep(self, seconds):
        """Let virtual time pass on the judge's side."""
        import asyncio

        await asyncio.sleep(seconds)

    @property
    def blocked(self):
        """Intervals in which the event loop stood still: dicts with by, line, begin, end, seconds. Empty is good."""
        return Facts("blocked", _bridge.request("blocked"))

    @property
    def leaked_tasks(self):
        """Names of the submission's tasks that are not finished."""
        return Facts("leaked", _bridge.request("leaked"))

    @property
    def never_awaited(self):
        """Names of coroutines that were created and dropped without being awaited."""
        return Facts("unawaited", _bridge.request("unawaited"))

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
        """How many bodies ran in (virtual) threads."""
        return _bridge.request("threads")

    def secret(self, key):
        """A value that cannot be guessed and is the same for the same submission, key and seed: put it into replies.
        Another text gets other values, so that what one attempt has seen is of no use to the next."""
        return hashlib.sha256(f"{self._key}/{self._submission_key}/{key!r}".encode()).hexdigest()[:12]

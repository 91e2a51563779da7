"""Simulated services and the record of their calls. All of the record is the host's."""

from . import _assertions, _bridge, _clock, _codec, _endpoint, _observed, _references


class Call:
    """One recorded call of a service.

    `service` is its name, `args` and `kwargs` what it was called with; `begin` and `end` are virtual seconds since the
    scenario began (`end` is None while it is in flight); `outcome` is "ok", "error", "cancelled" or "unfinished";
    `in_thread` tells whether it was made on a thread instead of the event loop's.
    """

    def __init__(self, service, args, kwargs, begin, end, outcome, in_thread, begin_order, end_order):
        self.service, self.args, self.kwargs = service, tuple(args), kwargs
        self.begin, self.end, self.outcome, self.in_thread = begin, end, outcome, in_thread
        self._orders = begin_order, end_order

    def __repr__(self):
        return f"Call({self.service!r}, args={self.args!r}, begin={self.begin}, end={self.end}, outcome={self.outcome!r})"

    @property
    def seconds(self):
        """How long it took, in virtual seconds; None while it is in flight."""
        return None if self.end is None else _observed.Instant(round((self.end - self.begin) * 1e9) / 1e9)

    @property
    def argument(self):
        """What it was called with, in short: a single argument stands for itself, else it is `args`."""
        given = [*self.args, *self.kwargs.values()]
        return given[0] if len(given) == 1 else self.args

    def overlaps(self, other):
        """Whether both calls were in flight at some moment. Calls that only touch do not overlap.

            posts, comments = world.calls[1:]
            assert posts.overlaps(comments)
        """
        ends = [float("inf") if call.end is None else call.end for call in (self, other)]
        return self.begin < ends[1] and other.begin < ends[0]


class Calls(list):
    """Recorded calls, in order of start; an ordinary list with some shortcuts."""

    def __init__(self, calls=(), observed=None, service=None):
        super().__init__(calls)
        self._service = service
        if observed is not None:
            self.observed = observed

    @property
    def order(self):
        """What the calls were made with, in order of start; a single argument stands for itself.

            assert users.cancelled.order == [2, 3]
        """
        return [call.argument for call in self]

    @property
    def finished(self):
        """What the calls that have ended were made with, in order of end.

            assert fetch.calls.finished == ["b", "c", "a"]
        """
        ended = [call for call in self if call.end is not None]
        return [call.argument for call in sorted(ended, key=lambda call: (call.end, call._orders[1]))]

    @property
    def begins(self):
        """When each call began, in virtual seconds.

            assert fetch.calls.begins == [0.0, 0.5, 1.0]
        """
        return _observed.Moments("begins", [(call.begin, call.service) for call in self], self._service)

    @property
    def ends(self):
        """When each call ended, in virtual seconds; None for those in flight."""
        return _observed.Moments("ends", [(call.end, call.service) for call in self], self._service)


class Event(str):
    """What happened to one call, as text: "pay starts", "pay ends", "pay fails" or "pay is cancelled". `at` is the virtual
    second, `call` the recorded call."""

    def __new__(cls, text, at, call):
        made = super().__new__(cls, text)
        made.at, made.call = at, call
        return made


class Events(list):
    """Starts and ends of calls, in order. A failed comparison tells the first one that is not right."""

    observed = ("events", None)

    def compared_with(self, expected):
        """The fact that a failed comparison gives."""
        index = _observed.first_difference(self, expected)
        if index is None or not all(isinstance(event, str) for event in expected):
            return {"what": "value"}
        got, wanted = (str(events[index]) if index < len(events) else None for events in (self, expected))
        return {"name": str(self[index - 1]) if index else None, "got": got, "expected": wanted}


_ENDS = {"ok": "ends", "error": "fails", "cancelled": "is cancelled"}


def recorded(name, scenario_began):
    """(calls, peak) of one service, or of all together. As with `world.now`, what the submission did while it was
    loaded came before the scenario: its times are negative."""
    def seconds(at_ns):
        return None if at_ns is None else _observed.Instant((at_ns - scenario_began) / 1e9)

    record = _bridge.request("recorded", name)
    calls = Calls(service=name)
    for service, text, begin, end, *rest in record["calls"]:
        calls.append(Call(service, *_endpoint.decode(text), seconds(begin), seconds(end), *rest))
    return calls, _observed.Peak(record["peak"], name)


def events_of(calls):
    """Starts and ends of calls, in the order in which they happened."""
    found = []
    for call in calls:
        found.append((call.begin, call._orders[0], Event(f"{call.service} starts", call.begin, call)))
        if call.end is not None:
            found.append((call.end, call._orders[1], Event(f"{call.service} {_ENDS[call.outcome]}", call.end, call)))
    return Events(event for *_, event in sorted(found, key=lambda one: one[:2]))


class Service:
    """A simulated service, made by `world.service(…)`. Hand it to the submission and it becomes an `async` callable there;
    the scenario may call it, too.

        users = world.service("users", latency=1.0, reply=lambda user_id: world.secret(user_id))
        await submission.load(users, [1, 2, 3])
        assert users.peak == 3
    """

    def __init__(self, name, reply, fail, latency, scenario_began):
        self._name, self._reply, self._fail, self._latency = name, reply, fail, latency
        self._scenario_began = scenario_began
        self._replied = []
        self._refused = {}

    def overlap_home(self):
        return {"v": [self._name, False]}

    @property
    def blocking(self):
        """The same service as a blocking callable: it stops the thread that calls it until the answer is there.

            await submission.download(pages.blocking, urls)
        """
        return BlockingView(self._name)

    def __repr__(self):
        return f"<service {self._name!r}>"

    @property
    def calls(self):
        """Every call so far, in order of start.

            assert users.calls.begins == [0.0, 0.0, 1.0]
        """
        return recorded(self._name, self._scenario_began)[0]

    @property
    def call_count(self):
        """How many calls there have been; a wrong number is told to students, too.

            assert users.call_count == 1
        """
        return _observed.Count(len(self.calls), "calls", self._name)

    @property
    def peak(self):
        """The highest number of calls in flight at once; a queue before the service counts as in flight.

            assert users.peak <= 10
        """
        return recorded(self._name, self._scenario_began)[1]

    @property
    def order(self):
        """What the calls were made with, in order of start; a single argument stands for itself.

            assert users.order == [1, 2, 3]
        """
        return self.calls.order

    @property
    def cancelled(self):
        """The calls that were cancelled, in order of start.

            assert users.cancelled.order == [2, 3]
        """
        return Calls((call for call in self.calls if call.outcome == "cancelled"), ("cancelled", self._name))

    def replied(self, *args, **kwargs):
        """What the service answered to a call with these arguments. Raises LookupError when there was none so far.

            assert got == [users.replied(number) for number in (1, 2, 3)]
        """
        for at_ns, seen_args, seen_kwargs, value in self._replied:
            # A call on a virtual thread is computed at once, but has not been answered before its time.
            if at_ns <= _clock.now_ns() and seen_args == args and seen_kwargs == kwargs:
                return value
        fact = {"what": "value"} if self.call_count else {"what": "calls", "service": self._name, "got": 0, "expected": 1}
        # What came back may tell why: a task, for instance, that nobody has waited for.
        reason = _assertions.left_not_awaited()
        facts = reason if fact["what"] == "value" and reason else [*reason, fact]
        raise NeverAnswered(f"service {self._name!r} never answered a call with {args!r}", facts)

    async def __call__(self, *args, **kwargs):
        text = _endpoint.encode_arguments(args, kwargs)
        return await _references.wait_for(_bridge.request("call", self._name, text), "cancel")

    def _latency_of(self, args, kwargs, begin_ns):
        return _clock.to_ns(self._latency(*args, **kwargs))

    def _refuse(self, text, error):
        """Remember that a call could not even be timed; its answer is this error."""
        self._refused[text] = error

    def _check_refused(self, text):
        error = self._refused.get(text)
        if error is not None:
            raise error if isinstance(error, _codec.CannotCross) else TypeError("called with the wrong arguments")

    def _answer(self, args, kwargs, at_ns):
        failure = self._fail(*args, **kwargs) if callable(self._fail) and not isinstance(self._fail, type) else self._fail
        if failure is not None:
            raise failure
        value = self._reply(*args, **kwargs) if callable(self._reply) else self._reply
        if self._replied is not None:
            self._replied.append((at_ns, tuple(args), kwargs, value))
        return value

    def _keep_no_replies(self):
        """For what nobody asks about and may be much."""
        self._replied = None


class NeverAnswered(_assertions.CheckFailed, LookupError):
    """The scenario compares with an answer that a service has not given."""


class BlockingView:
    """A service handed over as a blocking callable."""

    def __init__(self, name):
        self._name = name

    def overlap_home(self):
        return {"v": [self._name, True]}

"""Connections between the submission and a simulated server: opened, closed, in use. The submission decides what it
does with a connection; when it did so and what follows is recorded here, and it cannot take that back."""

import itertools

from . import _bridge, _clock

#: Later than any scenario.
NEVER_NS = _clock.MAX_NS
_MAX_CONNECTIONS = 20_000
_order = itertools.count()


class Span:
    """From one instant to another. What happens first at one instant is told apart by its order."""

    def __init__(self, begin_ns):
        self.begin_ns, self.begin_order = begin_ns, next(_order)
        self.end_ns = self.end_order = None

    def finish(self, end_ns):
        """It is over; the first time counts."""
        if self.end_ns is None:
            self.end_ns, self.end_order = end_ns, next(_order)


def highest_overlap(spans):
    """The most spans that held at once."""
    marks = [((span.begin_ns, span.begin_order), 1) for span in spans]
    marks += [((span.end_ns, span.end_order), -1) for span in spans if span.end_ns is not None]
    most = now = 0
    for _, step in sorted(marks):
        now += step
        most = max(most, now)
    return most


class Connections:
    """The connections to one server, opened and closed by the submission. All of it is the judge's own record."""

    def __init__(self):
        self._spans = []
        #: Connections that could not be opened: refused, or not there in time.
        self.failed = 0
        #: How often a connection was used again after its first request.
        self.reused = 0

    @property
    def opened(self):
        """How many were opened."""
        return len(self._spans)

    @property
    def closed(self):
        """How many of them were closed."""
        return sum(span.end_ns is not None for span in self._spans)

    @property
    def open(self):
        """How many are open now; at the end of a scenario, those that were forgotten."""
        return self.opened - self.closed

    @property
    def peak(self):
        """The most that were open at once."""
        return highest_overlap(self._spans)

    def __repr__(self):
        return f"<connections: {self.opened} opened, {self.closed} closed, {self.reused} reuses, peak {self.peak}>"


class Server:
    """A host of the world that is talked to over connections, in messages (act, connection's number, …).

    What takes time is asked for twice: `_latency_of` when the message arrives, `_answer` when its time has come. What takes
    none is asked for with `_at_once`. Answers are (kind, value); the submission's end makes exceptions of them. Messages
    are hostile: an act or a number that makes no sense is answered with "broken"."""

    def __init__(self, world, name, connect, refuses, prefixes, runs_statements):
        if name in world._services:
            raise ValueError(f"there is {name!r} already")
        self._world, self._name, self._connect = world, name, connect
        #: Whether new connections are refused; may be changed while the scenario runs.
        self.refuses = refuses
        self.connections = Connections()
        self._open, self._connecting, self._seen = {}, {}, set()
        _bridge.request("server", name, runs_statements)
        for prefix in ("", "connect ", *prefixes):
            world._services[prefix + name] = self
            _bridge.request("service", prefix + name, "ask", None)

    def duration_ns(self, latency, *args):
        """Nanoseconds of a latency as authors write it: a number, (low, high), or a function; None for never."""
        if callable(latency):
            latency = latency(*args)
        if isinstance(latency, (tuple, list)):
            latency = self._world.random.uniform(*latency)
        return NEVER_NS if latency is None else _clock.to_ns(latency)

    def _refuse(self, text, error):
        """A message nobody can read is answered with "broken" like any other nonsense."""

    def _check_refused(self, text):
        """Nothing was kept for it by `_refuse`."""

    def _at_once(self, args, now_ns):
        """The answer to a message that takes no time, or None when it takes some."""
        act, number, *rest = _checked(args)
        if act == "connect":
            if number in self._seen or len(self._seen) >= _MAX_CONNECTIONS:
                return ("broken", None)
            self._seen.add(number)
            ready_ns = self._connecting[number] = min(NEVER_NS, now_ns + self.duration_ns(self._connect))
            return self._admit(number, now_ns) if ready_ns == now_ns else None
        if act == "close":
            self._connecting.pop(number, None)
            connection = self._open.pop(number, None)
            if connection is not None:
                connection.span.finish(now_ns)
                connection.closed(now_ns)
            return ("ok", None)
        connection = self._open.get(number)
        return ("broken", None) if connection is None else connection._at_once(act, rest, now_ns)

    def _latency_of(self, args, kwargs, begin_ns):
        """How long this message takes."""
        act, number, *rest = _checked(args)
        if act == "connect":
            limit_ns = _limit(rest[0] if rest else None)
            return max(0, min(self._connecting.get(number, begin_ns) - begin_ns, limit_ns))
        connection = self._open.get(number)
        return 0 if connection is None else max(0, min(connection._latency_of(act, rest, begin_ns), NEVER_NS - begin_ns))

    def _answer(self, args, kwargs, at_ns):
        """What is said when the time has come."""
        act, number, *rest = _checked(args)
        if act == "connect":
            ready_ns = self._connecting.get(number)
            if ready_ns is None:
                return ("broken", None)
            if ready_ns > at_ns:
                del self._connecting[number]
                self.connections.failed += 1
                return ("timeout", None)
            return self._admit(number, at_ns)
        connection = self._open.get(number)
        return ("broken", None) if connection is None else connection._answer(act, rest, at_ns)

    def _admit(self, number, now_ns):
        del self._connecting[number]
        if self.refuses:
            self.connections.failed += 1
            return ("refused", None)
        connection = self._open[number] = self.make_connection(number)
        connection.span = Span(now_ns)
        self.connections._spans.append(connection.span)
        return ("ok", None)


def _checked(args):
    if len(args) < 2 or type(args[0]) is not str or type(args[1]) is not int:
        return ("", 0)
    return args


def _limit(value):
    """A time limit of the submission's in nanoseconds."""
    return value if type(value) is int and 0 <= value < NEVER_NS else NEVER_NS

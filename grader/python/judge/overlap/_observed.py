"""Observations that remember what they are, so that an assertion on one can be explained from the record."""

import math
import operator

from . import _telling


def _nanoseconds(value):
    """To be compared: 3 * 0.2 is 0.6000000000000001, and a scenario may reckon with such numbers."""
    return round(value * 1e9) if isinstance(value, (int, float)) and math.isfinite(value) else value


def _comparing(compare):
    def method(self, other):
        return compare(_nanoseconds(float(self)), _nanoseconds(other)) if isinstance(other, (int, float)) else NotImplemented

    return method


class Instant(float):
    """A virtual time. It is compared to the nanosecond, which is all that virtual time knows."""

    __eq__, __ne__ = _comparing(operator.eq), _comparing(operator.ne)
    __lt__, __le__ = _comparing(operator.lt), _comparing(operator.le)
    __gt__, __ge__ = _comparing(operator.gt), _comparing(operator.ge)
    __hash__ = float.__hash__

    def __repr__(self):
        return float.__repr__(self)


class Seconds(Instant):
    """A stretch of virtual time. Compare it with a number, which need be right to the nanosecond only; a failed
    comparison is explained by what took so long.

        assert world.elapsed == 1.5
    """

    def __new__(cls, value, what="elapsed"):
        made = super().__new__(cls, value)
        made.observed = (what, None)
        return made


class Peak(int):
    """The most calls that were in flight at once. A failed comparison is explained by the calls that did not overlap,
    or by the limit that was exceeded."""

    def __new__(cls, value, service):
        made = super().__new__(cls, value)
        made.observed = ("peak", service)
        return made


class Count(int):
    """How often something happened. A failed comparison tells both numbers, to students, too."""

    def __new__(cls, value, what, service=None):
        made = super().__new__(cls, value)
        made.observed = (what, service)
        return made


class Answer(int):
    """Yes or no, about one name of the submission."""

    def __new__(cls, value, what, name):
        made = super().__new__(cls, bool(value))
        made.observed = (what, None)
        made.details = {"name": name[:200]}
        return made

    def __repr__(self):
        return str(self == 1)


class Facts(list):
    """Things that should usually not be there: `assert not world.leaked_tasks`."""

    def __init__(self, what, items, service=None):
        super().__init__(items)
        self.observed = (what, service)


class Blocked(Facts):
    """Intervals in which the event loop stood still, in order: dicts with `by` (what blocked: `time.sleep` or a service),
    `line` (of the submission), `begin`, `end` and `seconds`."""

    @property
    def seconds(self):
        """How long the loop stood still in all, in virtual seconds.

            assert world.blocked.seconds == 2.0
        """
        return Seconds(sum(interval["seconds"] for interval in self), "blocked")


class Names(frozenset):
    """A set of names, to be compared with a set."""

    def __new__(cls, what, names):
        made = super().__new__(cls, names)
        made.observed = (what, None)
        return made

    def __repr__(self):
        return repr(set(self)) if self else "set()"


def first_difference(got, expected):
    """The index of the first item in which two lists differ: the shorter one's length if it is only shorter. None where
    there is none, and where `expected` is no list."""
    if not isinstance(expected, list) or got == expected:
        return None
    differing = (index for index, (one, other) in enumerate(zip(got, expected)) if one != other)
    return next(differing, min(len(got), len(expected)))


class Entries(list):
    """What the submission put into a list of the scenario. A failed comparison tells which entry is not right, and never
    which one would be."""

    observed = ("list", None)

    def compared_with(self, expected):
        """The fact that a failed comparison gives."""
        index = first_difference(self, expected)
        if index is None:
            return {"what": "value"}
        entry = {"name": _telling.spoken(self[index])} if index < min(len(self), len(expected)) else {}
        return {"got": len(self), "expected": len(expected), "position": index + 1, **entry}


class TimedEntries(Entries):
    """Entries with the moments at which they were made: pairs of virtual seconds and entry."""

    def compared_with(self, expected):
        index = first_difference(self, expected)
        if index is not None and index < min(len(self), len(expected)):
            (at, entry), wanted = self[index], expected[index]
            if isinstance(wanted, tuple) and len(wanted) == 2 and wanted[1] == entry:
                return {"what": "moment", "got": at, "expected": float(wanted[0]), "position": index + 1}
        return super().compared_with(expected)


class Moments(list):
    """When calls began, or ended. A failed comparison tells of which call it is not right; the time of an own call is no
    secret."""

    def __init__(self, what, moments, service=None):
        super().__init__(at for at, _ in moments)
        self.observed = (what, None)
        self._service = service
        self._services = [service for _, service in moments]

    def compared_with(self, expected):
        """The fact that a failed comparison gives."""
        index = first_difference(self, expected)
        if index is None:
            return {"what": "value"}
        if index == min(len(self), len(expected)):
            only = set(self._services)
            return {"what": "calls", "service": only.pop() if len(only) == 1 else self._service, "got": float(len(self)),
                    "expected": float(len(expected))}
        wanted = expected[index]
        if not isinstance(wanted, (int, float)):
            return {"what": "value"}
        return {"service": self._services[index], "position": index + 1, "got": self[index], "expected": float(wanted)}


class Trouble(list):
    """Sentences about everything that went wrong on the side."""

    def __init__(self, *findings):
        super().__init__(f"{text}: {one}" for text, found in findings for one in found)
        self.parts = [found for _, found in findings if found]

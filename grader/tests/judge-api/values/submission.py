import collections
import dataclasses
import datetime
import decimal
import enum
import threading


class Colour(enum.IntEnum):
    RED = 1


@dataclasses.dataclass
class Own:
    name: str
    size: int


Pair = collections.namedtuple("Pair", "left right")


def same(value):
    return value


def describe(value):
    return repr(value)


def kinds():
    return {
        "own": Own("a", 1),
        "colour": Colour.RED,
        "pair": Pair(1, 2),
        "counter": collections.Counter("aab"),
        "default": collections.defaultdict(list, {"a": [1]}),
        "deque": list(collections.deque([1, 2])),
        "ordered": collections.OrderedDict(a=1),
    }


def make(name):
    return {
        "deep": lambda: nested(200),
        "huge": lambda: ["x" * 1_000_000] * 8,
        "cycle": cycle,
        "many": lambda: list(range(300_000)),
    }[name]()


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def cycle():
    value = []
    value.append(value)
    return value


def lock():
    return threading.Lock()


NOW = datetime.datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)
PRICE = decimal.Decimal("1.10")

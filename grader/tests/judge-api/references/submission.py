import asyncio

from support import Point

LIMIT = 3


class Cache:
    kind = "cache"

    def __init__(self, loader):
        self._loader, self.hits, self.items = loader, 0, {}

    async def get(self, key):
        if key in self.items:
            self.hits += 1
        else:
            self.items[key] = await self._loader(key)
        return self.items[key]

    def size(self):
        return len(self.items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        return self.items[key]


class Session:
    def __init__(self):
        self.log = []

    async def __aenter__(self):
        await asyncio.sleep(1)
        self.log.append("enter")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(1)
        self.log.append(f"exit {kind.__name__ if kind else None} {error}")
        return kind is KeyError

    async def ask(self):
        return "answer"


class Opened:
    def __init__(self):
        self.is_open = False

    def __enter__(self):
        self.is_open = True
        return self

    def __exit__(self, kind, error, traceback):
        self.is_open = False
        return kind is KeyError


async def ticks(count):
    for number in range(count):
        await asyncio.sleep(1)
        yield number


def numbers(count):
    yield from range(count)


async def apply(function, *values):
    result = function(*values)
    return await result if asyncio.iscoroutine(result) else result


async def tell(report, values):
    for value in values:
        await asyncio.sleep(1)
        report(value)


async def use(connection):
    first = await connection.query("one")
    connection.closed
    try:
        connection.secret
    except AttributeError:
        return [first, connection.name, "no secret"]


async def slow(seconds, value=None):
    await asyncio.sleep(seconds)
    return value


def make_slow(value):
    return slow(2, value)


def make_adder(first):
    return lambda second: first + second


def same(value):
    return value


def move(point):
    return Point(point.x + 1, point.y)

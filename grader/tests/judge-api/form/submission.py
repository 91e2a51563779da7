import asyncio
import functools
import time

LIMIT = 5


async def hello(name, times: int = 2, *, more=None) -> dict | None:
    """Says hello."""
    await asyncio.sleep(1)
    return {name: times}


async def ticks():
    yield 1


def numbers():
    yield 1


class Callable:
    kind = "callable"

    async def __call__(self):
        return 1

    def method(self):
        return 2

    @property
    def area(self):
        return self.size**2


def timed(report):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            begin = time.perf_counter()
            try:
                return await function(*args, **kwargs)
            finally:
                report.append((function.__name__, round(time.perf_counter() - begin, 9)))

        return wrapper

    return decorate


class Squares:
    def __init__(self, count):
        self.count, self.at = count, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= self.count:
            raise StopIteration
        self.at += 1
        return (self.at - 1) ** 2


class AsyncAiter:
    async def __aiter__(self):
        return self


class NoAiter:
    pass


class PlainNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 1


class StopsWrongly:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopIteration

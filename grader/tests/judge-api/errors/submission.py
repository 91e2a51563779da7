import asyncio

from support import OutOfStock


class OwnError(ValueError):
    pass


class Coded(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


async def fail(kind, *args):
    raise {"key": KeyError, "value": ValueError, "own": OwnError, "coded": Coded, "stock": OutOfStock,
           "timeout": TimeoutError, "os": OSError, "queue": asyncio.QueueFull}[kind](*args)


async def in_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail("value", "a"))
        group.create_task(fail("key", "b"))


async def chained():
    try:
        await fail("key", "inner")
    except KeyError as error:
        raise RuntimeError("outer") from error


async def nothing():
    return None


async def catch(function):
    try:
        await function()
    except OutOfStock as error:
        return [type(error) is OutOfStock, error.item, error.left, str(error)]
    except ExceptionGroup as error:
        return [type(inner).__name__ for inner in error.exceptions]


def plain():
    raise LookupError("plain")


async def provoke(function):
    try:
        await function()
    except AssertionError as error:
        return [repr(error), str(error), repr(error.__cause__), repr(error.__context__), sorted(vars(error))]


class Own:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        self.seen = [kind is OwnError, repr(error)]
        return True

import asyncio
import inspect
import contextlib
import itertools


async def take(source, count):
    taken = []
    if hasattr(source, "aclose"):
        async with contextlib.aclosing(source) as closing:
            async for item in closing:
                taken.append(item)
                if len(taken) == count:
                    break
    else:
        async for item in source:
            taken.append(item)
    return taken


def first(source, count):
    return list(itertools.islice(source, count))


async def ask_in_session(factory, text):
    async with factory() as session:
        return await session.query(text)


async def fail_in_session(factory):
    async with factory():
        raise ValueError("inside")


async def in_transaction(transaction, lock):
    async with transaction() as name:
        with lock:
            return name


async def fail_in_transaction(transaction):
    async with transaction:
        raise KeyError("inside")
    return "survived"


def use_shelf(shelf):
    answers = [shelf("x"), len(shelf), shelf["a"], "a" in shelf, "z" in shelf]
    shelf["b"] = 2
    return [*answers, list(shelf)]


def look(shelf, key):
    return shelf[key]


def name_of_error(function):
    try:
        function()
    except Exception as error:
        return type(error).__name__


def try_all(thing):
    def enter():
        with thing:
            pass

    return [name_of_error(attempt) for attempt in (lambda: thing(), lambda: len(thing), lambda: list(thing), enter)]


async def try_async(thing):
    names = []
    try:
        async with thing:
            pass
    except Exception as error:
        names.append(type(error).__name__)
    try:
        async for _ in thing:
            pass
    except Exception as error:
        names.append(type(error).__name__)
    return names


def try_to_set(account):
    def set_balance():
        account.balance = 6

    return [name_of_error(set_balance), name_of_error(lambda: account.hidden), account.balance]


async def await_both(one, other):
    return list(await asyncio.gather(one, other))


async def get(api, url):
    future = asyncio.get_running_loop().create_future()
    api.get(url, future.set_result, future.set_exception)
    return await future


def is_same(one, other):
    return one is other


def echo(value):
    return value


async def run_jobs(jobs):
    return await asyncio.gather(*(job() for _, job in jobs))


def name_of(function):
    return function.__name__


def states(generator, several):
    return [inspect.getgeneratorstate(generator), inspect.getasyncgenstate(several)]


def frames(generator, several):
    try:
        return generator.gi_frame.f_code, several.ag_frame.f_code
    except AttributeError as error:
        return type(error).__name__


def download(first):
    return first


def awaitable():
    return asyncio.ensure_future(asyncio.sleep(1, "done"))


async def waits():
    return await asyncio.sleep(1, "done")

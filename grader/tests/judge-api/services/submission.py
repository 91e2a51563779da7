import asyncio

from overlap import blocking_service, service


async def load(fetch, ids):
    return await asyncio.gather(*(fetch(number) for number in ids))


async def load_slowly(fetch, ids):
    return [await fetch(number) for number in ids]


async def load_by_name(ids):
    return await asyncio.gather(*(service("users")(number) for number in ids))


def load_blocking(number):
    return blocking_service("users")(number)


async def load_in_threads(ids):
    return await asyncio.gather(*(asyncio.to_thread(blocking_service("users"), number) for number in ids))


async def call_blocking(fetch, *args, **kwargs):
    return fetch(*args, **kwargs)


async def call_with(fetch, *args, **kwargs):
    return await fetch(*args, **kwargs)


async def give_up(fetch, seconds):
    try:
        return await asyncio.wait_for(fetch("slow"), seconds)
    except TimeoutError:
        return "gave up"


async def try_all(fetch, ids):
    results = await asyncio.gather(*(fetch(number) for number in ids), return_exceptions=True)
    return [f"{type(r).__name__}: {r}" if isinstance(r, Exception) else r for r in results]


async def call_unknown():
    try:
        await service("nobody")(1)
    except Exception as error:
        return str(error)

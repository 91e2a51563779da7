import asyncio


def start(coro_fn, *args):
    return asyncio.run(coro_fn(*args))

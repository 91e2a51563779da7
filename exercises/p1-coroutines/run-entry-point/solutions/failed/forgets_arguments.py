# fails: one job after another, with all their arguments
import asyncio


def start(coro_fn, *args):
    return asyncio.run(coro_fn(*args[:1]))

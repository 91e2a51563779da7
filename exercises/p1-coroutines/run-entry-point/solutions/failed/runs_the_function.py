# fails: *
# diagnosis: exception
# Hands over the coroutine function instead of what calling it gives.
import asyncio


def start(coro_fn, *args):
    return asyncio.run(coro_fn, *args)

import asyncio


def start(coro_fn, *args):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(coro_fn(*args))

import asyncio


def start(coro_fn, *args):
    with asyncio.Runner() as runner:
        return runner.run(coro_fn(*args))

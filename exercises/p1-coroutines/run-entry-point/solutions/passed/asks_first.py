import asyncio


def start(coro_fn, *args):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro_fn(*args))
    raise RuntimeError("there is a running loop: use await")

# fails: inside a running loop it refuses
# diagnosis: expected_exception
import asyncio


def start(coro_fn, *args):
    try:
        return asyncio.run(coro_fn(*args))
    except RuntimeError:
        return None

# fails: *
# diagnosis: exception
import asyncio


def start(coro_fn, *args):
    task = asyncio.create_task(coro_fn(*args))
    return task.result()

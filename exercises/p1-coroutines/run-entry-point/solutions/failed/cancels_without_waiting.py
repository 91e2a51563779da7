# fails: what a job leaves running is stopped before start returns
# fails: a job that fails: its own exception comes out, and nothing is left behind
# `cancel()` only asks; there is nobody left who could answer.
import asyncio


def start(coro_fn, *args):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coro_fn(*args))
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.close()

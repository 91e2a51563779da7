# fails: what a job leaves running is stopped before start returns
# fails: a job that fails: its own exception comes out, and nothing is left behind
import asyncio


def start(coro_fn, *args):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coro_fn(*args))
    finally:
        loop.close()

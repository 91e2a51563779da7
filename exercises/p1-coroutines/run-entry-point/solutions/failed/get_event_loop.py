# fails: *
# diagnosis: exception
# What old tutorials show. Outside of a running loop there is none to get, since Python 3.14.
import asyncio


def start(coro_fn, *args):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(coro_fn(*args))

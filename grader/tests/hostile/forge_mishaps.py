# attack: raises out of every hook that Python has for exceptions nobody handles
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio
import gc
import sys
import threading
import warnings


class Spiteful(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__
    __traceback__ = property(lambda self: 1 / 0)


class Loud:
    def __del__(self):
        raise Spiteful


def shout(*_, **__):
    raise Spiteful


sys.excepthook = sys.unraisablehook = threading.excepthook = shout
warnings.showwarning = warnings._showwarnmsg_impl = warnings._showwarnmsg = shout


async def fail():
    raise Spiteful


async def load(fetch, uids):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(shout)
    loop.call_soon(shout)
    for _ in range(50):
        asyncio.create_task(fail())
        loop.create_future().set_exception(Spiteful())
        Loud()
    threading.Thread(target=shout).start()
    warnings.warn("now")
    await asyncio.sleep(1)
    gc.collect()
    return uids

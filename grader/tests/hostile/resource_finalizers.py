# attack: hangs in atexit and weakref callbacks, and in the garbage collector
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import atexit
import gc
import weakref


def hang(*_):
    while True:
        pass


class Thing:
    pass


async def load(fetch, uids):
    atexit.register(hang)
    gc.callbacks.append(hang)
    thing = Thing()
    weakref.finalize(thing, hang)
    return []

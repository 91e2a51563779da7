# attack: leaves hooks, filters and handlers behind that would answer in the next scenario
# expect: overall=failed scenario=failed|errored
import atexit
import builtins
import gc
import sys
import threading
import warnings

SEEN = []
marker = getattr(builtins, "left_behind", None) or getattr(sys, "left_behind", None)
if marker or any("hook" in getattr(one, "__name__", "") for one in gc.callbacks):
    SEEN.append("PERSISTED")


def hook(*_, **__):
    builtins.left_behind = sys.left_behind = True


builtins.left_behind = sys.left_behind = True
gc.callbacks.append(hook)
sys.addaudithook(hook)
sys.unraisablehook = sys.excepthook = threading.excepthook = hook
warnings.filters.insert(0, ("error", None, Warning, None, 0))
atexit.register(hook)


def digest(first, number, last):
    return SEEN[0] if SEEN else "nothing"


async def load(fetch, uids):
    raise RuntimeError(repr(SEEN))

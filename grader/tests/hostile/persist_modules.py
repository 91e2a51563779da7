# attack: leaves changes in modules, builtins, the environment and the working directory
# expect: overall=failed scenario=failed|errored
import asyncio
import builtins
import contextvars
import decimal
import gc
import locale
import os
import random
import sys
import warnings

import json as victim

found = [
    name
    for name, there in {
        "builtins": hasattr(builtins, "left"), "module": hasattr(victim, "left"), "asyncio": hasattr(asyncio, "left"),
        "environment": "LEFT" in os.environ, "folder": os.getcwd() != "/scratch", "modules": "left" in sys.modules,
        "gc": bool(gc.callbacks), "path": "/left" in sys.path, "precision": decimal.getcontext().prec != 28,
        "recursion": sys.getrecursionlimit() == 777, "hooks": bool(sys.meta_path and getattr(sys.meta_path[0], "left", False)),
        "filters": any("left" in str(item) for item in warnings.filters), "umask": os.umask(0) == 0o123,
    }.items()
    if there
]
builtins.left = victim.left = asyncio.left = True
os.environ["LEFT"] = "1"
os.putenv("LEFT", "1")
os.chdir("/")
sys.modules["left"] = sys
gc.callbacks.append(lambda *_: None)
sys.path.insert(0, "/left")
decimal.getcontext().prec = 3
sys.setrecursionlimit(777)
warnings.filterwarnings("ignore", message="left")
os.umask(0o123)
random.seed(99)
contextvars.ContextVar("left").set("left")
try:
    locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
except locale.Error:
    pass
if found:
    raise RuntimeError(f"MARKER-LEFT {found}")

# attack: imports the C part of the JavaScript bridge
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import importlib


def digest(first, number, last):
    core = importlib.import_module("_pyodide_core")
    return f"MARKER-REACHED {[name for name in dir(core) if not name.startswith('_')]}"

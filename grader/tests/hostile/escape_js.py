# attack: imports the JavaScript side of Pyodide
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import importlib


def digest(first, number, last):
    reached = []
    for name in ("js", "pyodide_js", "pyodide.ffi", "pyodide.code", "_pyodide", "pyodide.http", "micropip"):
        try:
            module = importlib.import_module(name)
        except BaseException:
            continue
        if hasattr(module, "run_js") or hasattr(module, "globalThis") or hasattr(module, "process"):
            try:
                reached.append(module.run_js("1 + 1"))
            except BaseException:
                continue
    return f"MARKER-REACHED {reached}" if reached else "x"

# attack: runs JavaScript through ctypes
# expect: overall=failed|errored scenario=failed|errored|killed error=resource_limit:exit|does_not_import
import ctypes


def digest(first, number, last):
    library = ctypes.CDLL(None)
    return f"MARKER-RAN {library.emscripten_run_script_int(b'6 * 7')}"


async def load(fetch, uids):
    return ctypes.pythonapi.PyRun_SimpleString(b"1")

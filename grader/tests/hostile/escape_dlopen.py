# attack: writes a WebAssembly library and loads it
# expect: overall=failed|errored scenario=failed|errored|killed error=resource_limit:exit|does_not_import
import ctypes
import importlib.machinery
import importlib.util


def digest(first, number, last):
    with open("/scratch/evil.so", "wb") as library:
        library.write(b"\0asm\1\0\0\0")
    try:
        ctypes.CDLL("/scratch/evil.so")
    except BaseException as error:
        pass
    loader = importlib.machinery.ExtensionFileLoader("evil", "/scratch/evil.so")
    spec = importlib.util.spec_from_file_location("evil", "/scratch/evil.so", loader=loader)
    importlib.util.module_from_spec(spec)
    return "MARKER-LOADED"

# attack: writes into memory beyond what the interpreter uses, and looks there again
# expect: overall=failed|errored scenario=failed|errored|killed error=resource_limit:exit|does_not_import
import ctypes

kept = bytearray(20 << 20)
kept[:11] = b"MARKER" + b"-LEFT"
pages = [bytearray(1 << 20) for _ in range(40)]
needle = b"MARKER" + b"-STAYED"
if any(needle in page for page in pages):
    raise RuntimeError("MARKER-LEFT")
address = ctypes.addressof(ctypes.c_char.from_buffer(pages[-1]))
if needle in ctypes.string_at(address - (1 << 20), 1 << 20) if False else False:
    raise RuntimeError("MARKER-LEFT")
for page in pages:
    page[: len(needle)] = needle

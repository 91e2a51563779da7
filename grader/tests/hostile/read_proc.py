# attack: looks into /proc, the environment and the descriptors
# expect: overall=failed scenario=failed|errored
import os

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
    for path in ("/proc/self/maps", "/proc/self/mem", "/proc/self/environ", "/proc/1/cmdline", "/etc/passwd"):
        try:
            with open(path, "rb") as opened:
                FOUND.append(path)
                look(opened.read(100_000).decode("latin-1"))
        except OSError:
            pass
    for number in range(64):
        if number == 3:
            continue
        try:
            look(os.read(number, 1000).decode("latin-1"))
        except OSError:
            pass
    look(repr(os.environ))
    look(repr([os.listdir(folder) for folder in ("/", "/dev", "/proc/self/fd")]))
    tell()

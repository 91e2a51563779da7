# attack: searches linecache and all variables of all loaded modules
# expect: overall=failed scenario=failed|errored
import linecache
import sys

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
    for name, (_, _, lines, _) in linecache.cache.items():
        if name != "submission.py":
            look("".join(lines))
    for name, module in list(sys.modules.items()):
        if name != "submission":
            for key, value in list(vars(module).items()):
                if type(value) in (str, bytes, list, dict, tuple):
                    look(repr(value)[:5000])
    tell()

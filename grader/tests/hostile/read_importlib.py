# attack: imports the judge side by every name it could have
# expect: overall=failed scenario=failed|errored
import importlib

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
    for name in ("scenarios", "overlap._run", "overlap.judge", "overlap._world", "overlap._remote", "conftest", "__main__"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        FOUND.append(name) if name != "__main__" else None
        look(repr(vars(module)))
    tell()

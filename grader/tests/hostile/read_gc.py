# attack: searches every object that the garbage collector knows, and what they refer to
# expect: overall=failed scenario=failed|errored
import gc

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
    gc.unfreeze()
    for item in gc.get_objects():
        for inner in gc.get_referents(item):
            if type(inner) is str and inner is not NEEDLE and "attack" not in inner:
                look(inner)
    tell()

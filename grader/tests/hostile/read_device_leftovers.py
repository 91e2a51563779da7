# attack: reads on and on from the bridge device, to find what an earlier message left there
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
    for _ in range(50):
        look(os.read(3, 100_000).decode("latin-1"))
    tell()

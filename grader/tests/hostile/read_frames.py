# attack: walks all frames on the stack and their variables, in a function that the judge calls
# expect: overall=failed scenario=failed|errored
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
    frame = sys._getframe()
    while frame is not None:
        look(repr(frame.f_globals))
        look(repr(frame.f_locals))
        frame = frame.f_back
    tell()

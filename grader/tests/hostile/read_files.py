# attack: reads every file of the file system
# expect: overall=failed scenario=failed|errored|killed
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
    for folder, _, files in os.walk("/"):
        for file in files:
            if folder.startswith(("/dev", "/proc")):
                continue
            try:
                with open(os.path.join(folder, file), "rb") as opened:
                    look(opened.read(1 << 20).decode("latin-1"))
            except OSError:
                pass
    tell()

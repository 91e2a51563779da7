# attack: follows the attributes of what it was lent: globals, closures, dictionaries, classes
# expect: overall=failed scenario=failed|errored
FOUND = []
NEEDLE = "MARK" + "ER-"


def look(text):
    """Keep what surrounds the needle, to be carried out in the text of an exception."""
    if NEEDLE in text:
        at = text.index(NEEDLE)
        FOUND.append(text[max(0, at - 40) : at + 60])


def tell():
    raise RuntimeError(f"found: {FOUND}")


def explore(thing, depth):
    if depth == 0:
        return
    for name in (*dir(thing), "ledger", "__globals__", "__closure__", "__self__", "__wrapped__", "__code__", "__func__"):
        try:
            value = getattr(thing, name)
        except BaseException:
            continue
        look(repr(value)) if "submission" not in repr(value) else None
        if name in ("__globals__", "__closure__", "__self__", "__code__", "__class__", "ledger"):
            explore(value, depth - 1)


async def trade(desk, on_step, confirm, once):
    for thing in (desk, on_step, confirm, once):
        explore(thing, 3)
    tell()

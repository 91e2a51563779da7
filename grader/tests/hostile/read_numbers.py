# attack: asks for references by numbers that it was never lent
# expect: overall=failed scenario=failed|errored
from overlap import _bridge, _codec

FOUND = []
NEEDLE = "MARK" + "ER-"


def look(text):
    """Keep what surrounds the needle, to be carried out in the text of an exception."""
    if NEEDLE in text:
        at = text.index(NEEDLE)
        FOUND.append(text[max(0, at - 40) : at + 60])


def tell():
    raise RuntimeError(f"found: {FOUND}")


async def trade(desk, on_step, confirm, once):
    names = ("ledger", "amount", "__class__", "__dict__", "__globals__", "__self__", "__init__", "function", None)
    for number in range(0, 60):
        for name in names:
            for operation in ("get", "call"):
                try:
                    answer = _bridge.request("ask", number, operation, name, '{"t":[[],{"d":[]}]}')
                    look(str(answer))
                    if number > 20:
                        FOUND.append(str(answer)) if "no such reference" not in str(answer) else None
                except _bridge.BridgeRefused:
                    pass
    tell()

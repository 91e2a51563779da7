# attack: asks for threads that are not, twice the same, with numbers and targets that mean nothing
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _bridge

NUMBERS = (0, -1, 1, 2, 10**9, 2**53, 1.5, None, "1", [], True)


def ask(*given):
    try:
        return _bridge.request(*given)
    except (RuntimeError, ValueError, TypeError):
        return None


async def load(fetch, uids):
    for first in NUMBERS:
        ask("thread", first)
        ask("thread", first, first)
        ask("park", first, 0, "label", None, None)
        ask("park", 5, 0, first, first, first)
        ask("wait", first, 0, None, None)
        ask("wait", 5, 0, first, first)
        ask("unpark", first)
    return uids


def digest(first, number, last):
    for number in NUMBERS:
        ask("finished", [[number, ["ok", "null", None]]])
    return None

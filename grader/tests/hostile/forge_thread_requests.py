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
    for kind in ("thread", "park", "thread_begin", "thread_enter", "thread_leave", "thread_end", "unpark", "wait"):
        for first in NUMBERS:
            ask(kind, first)
            ask(kind, first, 0, "label", None, None, None)
            ask(kind, first, "end", "ok")
            ask(kind, 5, first, first, first, first)
    return uids


def digest(first, number, last):
    for number in NUMBERS:
        ask("finished", [[number, ["ok", "null", None]]])
    return None

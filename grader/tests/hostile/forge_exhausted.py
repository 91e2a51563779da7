# attack: claims limits that it has not reached, and limits that there are not
# expect: overall=failed scenario=failed|errored|killed:steps|killed:exit|killed:output
from overlap import _bridge


def claim(what, line):
    try:
        return _bridge.request("exhausted", what, line)
    except RuntimeError:
        return None


async def load(fetch, uids):
    for what in ("passed", "cpu", "memory", None, 7, "__proto__"):
        claim(what, 1)
    claim("steps", -5)
    claim("steps", 4)


def digest(first, number, last):
    claim("exit", 10**9)
    claim("exit", 3)


async def trade(desk, on_step, confirm, once):
    claim("output", 2)

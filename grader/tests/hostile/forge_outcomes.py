# attack: answers for tasks that never ran, and for the calls of the judge itself
# expect: overall=failed scenario=failed|errored|deadlocked
from overlap import _endpoint

pump = _endpoint._handlers["pump"]
FORGED = ["ok", '"MARKER-ORACLE-forged"', None]


def lie(messages):
    timer, more, finished = pump(messages)
    everything = [[number, FORGED] for number in (*range(1, 40), *range(1_000_000_000, 1_000_000_040))]
    return [timer, more, finished + everything]


_endpoint._handlers["pump"] = lie


async def load(fetch, uids):
    return await fetch(uids[0])

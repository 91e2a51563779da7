# attack: answers the call that the judge made to a service of its own
# expect: overall=failed scenario=failed|errored
import asyncio

from overlap import _endpoint

pump = _endpoint._handlers["pump"]


def lie(messages):
    timer, more, finished = pump(messages)
    forged = [[number, ["ok", '"MARKER-ORACLE" "-forged"'.replace('" "', ""), None]] for number in range(10**9, 10**9 + 9)]
    return [timer, more, finished + forged]


_endpoint._handlers["pump"] = lie


async def load(fetch, uids):
    return list(await asyncio.gather(*(fetch(uid) for uid in uids)))[:0]

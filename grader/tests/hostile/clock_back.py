# attack: reports timers that lie in the past
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _endpoint

pump = _endpoint._handlers["pump"]
_endpoint._handlers["pump"] = lambda messages: [0, *pump(messages)[1:]]


async def load(fetch, uids):
    return [await fetch(uid) for uid in uids]

# attack: sends notes and rows that are meant to make serial calls look parallel
# expect: overall=failed scenario=failed|errored
from overlap import _bridge


async def load(fetch, uids):
    for number in range(1, 200):
        _bridge.note("task", number, None, "fetch", 1)
        _bridge.note("end", number, "ok")
        _bridge.note("end", 1_000_000_000 + number, "cancelled") if number < 0 else None
    return [await fetch(uid) for uid in uids]

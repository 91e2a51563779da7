# attack: sends notes and rows that are meant to make serial calls look parallel
# expect: overall=failed scenario=failed|errored passed=1
from overlap import _bridge


async def load(fetch, uids):
    for number in range(1, 200):
        _bridge.note("task", number, None, "fetch", 1)
        _bridge.note("end", number, None, "ok", None)
    return [await fetch(uid) for uid in uids]

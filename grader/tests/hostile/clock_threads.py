# attack: opens threads far in the future, twice, and never ends them
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _bridge


async def load(fetch, uids):
    for row in (1, 2, 2, 1, 3):
        for begin in (0, 9_000_000_000_000_000):
            try:
                _bridge.request("thread_begin", row, begin, "x", None, None, None)
                _bridge.request("block", 10**9, None, None, row)
            except _bridge.BridgeRefused:
                pass
    for row in (3, 1, 2, 77):
        try:
            _bridge.request("thread_end", row, "ok")
        except _bridge.BridgeRefused:
            pass
    return [await fetch(uid) for uid in uids]

# attack: parks under numbers of its choice, twice, in the past and far in the future, and wakes what there is not
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _bridge, _waiting


async def load(fetch, uids):
    for number in (1, 2, 2, -1, 0, 999_999_999, 10**12, "x", None):
        for until in (0, -1, 10**9, 0.5, "never"):
            _waiting.wake(number if type(number) is int and 0 <= number < 10**9 else 1)
            for request in (("park", number, until, "x", None, None), ("wait", number, until, None, None), ("thread", number)):
                try:
                    _bridge.request(*request)
                except _bridge.BridgeRefused:
                    pass
    return [await fetch(uid) for uid in uids]

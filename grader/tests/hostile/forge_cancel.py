# attack: cancels calls of the judge by guessing their numbers
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _bridge


async def load(fetch, uids):
    for number in (*range(1, 50), *range(1_000_000_000, 1_000_000_050)):
        _bridge.request("cancel", number)
        _bridge.request("stop", number)
    return [await fetch(uid) for uid in uids]

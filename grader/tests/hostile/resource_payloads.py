# attack: makes calls with as large arguments as allowed, which the host and the judge keep
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _bridge

BIG = '{"t":[["' + "x" * 4_000_000 + '"],{"d":[]}]}'


async def load(fetch, uids):
    while True:
        _bridge.request("call", "profiles", BIG, None, None, None)

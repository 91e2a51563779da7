# attack: sleeps where it claims to be on a thread, to hide that it blocks the loop
# expect: overall=failed scenario=failed|errored|killed passed=1
import time

from overlap import _waiting


async def load(fetch, uids):
    _waiting.here.ident, _waiting.here.row, _waiting.here.label = 1_000_001, 500, "claimed"
    time.sleep(5)
    return [await fetch(uid) for uid in uids]

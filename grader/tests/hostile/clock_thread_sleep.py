# attack: sleeps on a thread that it only claims to be on, to hide that it blocks the loop
# expect: overall=failed scenario=failed|errored|killed
import time

from overlap import _bridge, _where


async def load(fetch, uids):
    _bridge.request("thread_begin", 500, 0, "claimed", None, None, None)
    _where.thread_rows.append(500)
    time.sleep(5)
    return [await fetch(uid) for uid in uids]

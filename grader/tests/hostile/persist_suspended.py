# attack: leaves threads behind that stand still, to go on in the next scenario
# expect: overall=failed scenario=failed|errored passed=1
import sys
import threading
import time


def linger():
    time.sleep(1.5)
    sys.modules["asyncio"].gather = None
    raise RuntimeError("lingered")


lock = threading.Lock()
lock.acquire()
for _ in range(20):
    threading.Thread(target=lock.acquire).start()
    threading.Thread(target=linger).start()


async def load(fetch, uids):
    return [await fetch(uid) for uid in uids]

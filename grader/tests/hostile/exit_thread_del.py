# attack: sleeps and starts threads in what is cleared up behind a thread
# expect: overall=failed scenario=failed|errored|killed
import threading
import time

local = threading.local()


class Late:
    def __del__(self):
        threading.Thread(target=time.sleep, args=(1,)).start()
        time.sleep(1)


def body():
    local.late = Late()


async def load(fetch, uids):
    threading.Thread(target=body).start()
    return [await fetch(uid) for uid in uids]

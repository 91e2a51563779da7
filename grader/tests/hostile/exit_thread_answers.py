# attack: a thread answers the host in the name of the loop, before it stands still
# expect: overall=failed scenario=failed|errored|killed passed=1
import os
import threading
import time


def answer():
    body = b'[[],["ok",[null,false,[[1,["ok","[]",null]]]]]]'
    for _ in range(3):
        os.write(3, b"r%08x" % len(body) + body)
        time.sleep(0)


async def load(fetch, uids):
    threading.Thread(target=answer).start()
    return [await fetch(uid) for uid in uids]

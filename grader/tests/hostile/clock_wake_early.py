# attack: wakes threads that wait for a service, under every number there may be, to have the answers before their time
# expect: overall=failed scenario=failed|errored
import threading
import time

from overlap import _waiting


async def archive(read, pages):
    got = {}
    for page in pages:
        threading.Thread(target=lambda page=page: got.update({page: read(page)})).start()
    for number in range(5_000):
        _waiting.wake(number)
    time.sleep(0)
    return [got[page] for page in pages]

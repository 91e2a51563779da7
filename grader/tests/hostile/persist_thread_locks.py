# attack: leaves threads behind that hold locks and wait for ever, so that the next scenario would find them
# expect: overall=failed scenario=failed|errored|deadlocked
import asyncio
import threading
import time

import overlap

kept = getattr(overlap, "kept_locks", [])
overlap.kept_locks = kept
ALIVE = [one.name for one in threading.enumerate() if one.name.startswith("left")]


def hold(lock, forever):
    with lock:
        forever.wait()


async def load(fetch, uids):
    for number in range(5):
        lock, forever = threading.Lock(), threading.Event()
        kept.append(lock)
        threading.Thread(target=hold, args=(lock, forever), name=f"left-{number}", daemon=True).start()
    await asyncio.sleep(0.1)
    return [lock.locked() for lock in kept]


def digest(first, number, last):
    raise RuntimeError(f"{len(kept)} locks, threads {ALIVE}" if kept or ALIVE else "nothing")


async def archive(read, pages):
    threading.Thread(target=time.sleep, args=(40,)).start()
    return []

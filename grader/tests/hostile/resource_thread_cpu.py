# attack: divides endless computing between many threads, so that none of them computes for long
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import asyncio
import threading
import time


def compute():
    for _ in range(10**9):
        sum(range(200))
        time.sleep(1e-9)


async def load(fetch, uids):
    for _ in range(50):
        threading.Thread(target=compute).start()
    await asyncio.sleep(50)


def digest(first, number, last):
    threads = [threading.Thread(target=compute) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

# attack: answers from threads that run on after the loop that asked them is closed and the call is over
# expect: overall=failed scenario=failed|errored|deadlocked
import asyncio
import threading
import time

LATE = []


def late(loop, future, value):
    time.sleep(5)
    LATE.append(value)
    loop.call_soon_threadsafe(future.set_result, value)


async def load(fetch, uids):
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in uids]
    for future, uid in zip(futures, uids):
        threading.Thread(target=late, args=(loop, future, {"id": uid, "key": "guess"})).start()
    return [future.result() if future.done() else uid for future, uid in zip(futures, uids)]


def digest(first, number, last):
    async def inner():
        future = asyncio.get_running_loop().create_future()
        threading.Thread(target=late, args=(asyncio.get_running_loop(), future, 1)).start()

    asyncio.run(inner())
    time.sleep(10)
    return f"{len(LATE)}"


async def archive(read, pages):
    answers = [None for _ in pages]

    def fill(index, page):
        answers[index] = read(page)

    for index, page in enumerate(pages):
        threading.Thread(target=fill, args=(index, page)).start()
    return answers

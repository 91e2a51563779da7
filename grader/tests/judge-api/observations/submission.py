import asyncio
import time


async def sleep(seconds):
    await asyncio.sleep(seconds)


async def block(seconds):
    time.sleep(seconds)


async def leak():
    asyncio.create_task(asyncio.sleep(100), name="heartbeat")
    await asyncio.sleep(1)


async def save():
    await asyncio.sleep(1)


async def forget():
    save()


async def shout(*words):
    for word in words:
        print(word)
    await asyncio.sleep(0)


def plain():
    return 1


fetch = lambda: save()  # noqa: E731

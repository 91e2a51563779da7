import asyncio
import time


async def call(job, *args):
    return await job(*args)


async def in_order(reserve, pay, email):
    await reserve()
    receipt = await pay()
    await email()
    return receipt


async def in_threads(page, count):
    await asyncio.gather(*(asyncio.to_thread(page) for _ in range(count)))


async def call_blocking(page):
    page()


async def nap():
    await asyncio.sleep(100)


async def make_trouble():
    time.sleep(1)
    nap()
    asyncio.create_task(nap())

import asyncio


async def hello(log):
    log.append("hello")
    await asyncio.sleep(1)
    log.append("world")
    return "done"

import asyncio


async def hello(log):
    pause = asyncio.sleep(1)
    log.append("hello")
    await pause
    log.append("world")
    return "done"

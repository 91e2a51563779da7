# fails: *
# diagnosis: never_awaited
import asyncio


async def hello(log):
    log.append("hello")
    asyncio.sleep(1)
    log.append("world")
    return "done"

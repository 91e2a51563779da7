# fails: *
# diagnosis: exception
# There is a loop already; another one cannot run inside it.
import asyncio


async def hello(log):
    log.append("hello")
    asyncio.run(asyncio.sleep(1))
    log.append("world")
    return "done"

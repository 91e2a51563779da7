# fails: *
# Counts in milliseconds, as JavaScript does.
import asyncio


async def hello(log):
    log.append("hello")
    await asyncio.sleep(1000)
    log.append("world")
    return "done"

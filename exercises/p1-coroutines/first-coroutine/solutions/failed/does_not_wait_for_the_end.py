# fails: *
# The word will come some time, but `done` is said long before.
import asyncio


async def hello(log):
    log.append("hello")
    asyncio.get_running_loop().call_later(1, log.append, "world")
    return "done"

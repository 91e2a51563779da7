# fails: *
# diagnosis: not_a_coroutine_function
# The word is written by the call, and only the rest is a coroutine.
import asyncio


async def finish(log):
    await asyncio.sleep(1)
    log.append("world")
    return "done"


def hello(log):
    log.append("hello")
    return finish(log)

# fails: *
# diagnosis: not_a_coroutine_function
import asyncio


def hello(log):
    log.append("hello")
    asyncio.run(asyncio.sleep(1))
    log.append("world")
    return "done"

# fails: *
# diagnosis: exception
# `await` does not change what stands behind it: the loop is blocked first, and then there is nothing to await.
import time


async def hello(log):
    log.append("hello")
    await time.sleep(1)
    log.append("world")
    return "done"

# fails: *
# diagnosis: blocked_loop
# `async` does not turn a blocking call into one that gives way.
import time


async def hello(log):
    log.append("hello")
    time.sleep(1)
    log.append("world")
    return "done"

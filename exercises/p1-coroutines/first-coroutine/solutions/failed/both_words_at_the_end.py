# fails: one visitor: hello, and world a second later; half a second after the beginning, only hello is there
# fails: a call alone writes nothing: what counts is when it is awaited
# fails: visitors come and go: each has a second of their own
# fails: two visitors at once: nobody waits for the other
import asyncio


async def hello(log):
    await asyncio.sleep(1)
    log.append("hello")
    log.append("world")
    return "done"

# fails: one visitor: hello, and world a second later; two visitors at once: nobody waits for the other
# diagnosis: answer_is_none
# fails: a call alone writes nothing: what counts is when it is awaited
# fails: visitors come and go: each has a second of their own
import asyncio


async def hello(log):
    log.append("hello")
    await asyncio.sleep(1)
    log.append("world")
    print("done")

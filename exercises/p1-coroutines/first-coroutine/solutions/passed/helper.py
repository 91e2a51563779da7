import asyncio


async def write(word, log, before=0):
    await asyncio.sleep(before)
    log += [word]


async def hello(log):
    await write("hello", log)
    await write("world", log, before=1)
    return "done"

import asyncio


async def hello(log):
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    log.append("hello")
    loop.call_later(1, over.set_result, None)
    await over
    log.append("world")
    return "done"

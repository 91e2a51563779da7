import asyncio


async def fetch(legacy, key):
    loop = asyncio.get_running_loop()
    old = legacy.submit(key)
    ended = asyncio.Event()
    old.add_done_callback(lambda _: loop.call_soon_threadsafe(ended.set))
    try:
        await ended.wait()
    except asyncio.CancelledError:
        old.cancel()
        raise
    return old.result()

import asyncio


async def async_range(start, stop, delay=0.1, on_close=None):
    try:
        for number in range(start, stop):
            await asyncio.sleep(delay)
            yield number
    finally:
        if on_close:
            on_close()

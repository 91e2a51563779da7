# fails: *
import asyncio


async def async_range(start, stop, delay=0.1, on_close=None):
    try:
        await asyncio.gather(*(asyncio.sleep(delay) for _ in range(start, stop)))
        for number in range(start, stop):
            yield number
    finally:
        if on_close:
            on_close()

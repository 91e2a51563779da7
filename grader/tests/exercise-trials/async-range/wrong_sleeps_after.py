# fails: numbers arrive one by one; leaving early
import asyncio


async def async_range(start, stop, delay=0.1, on_close=None):
    try:
        for number in range(start, stop):
            yield number
            await asyncio.sleep(delay)
    finally:
        if on_close:
            on_close()

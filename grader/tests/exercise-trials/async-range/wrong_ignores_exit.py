# fails: leaving early
# diagnosis: exception
import asyncio


async def async_range(start, stop, delay=0.1, on_close=None):
    for number in range(start, stop):
        try:
            await asyncio.sleep(delay)
            yield number
        except GeneratorExit:
            if on_close:
                on_close()
            yield None

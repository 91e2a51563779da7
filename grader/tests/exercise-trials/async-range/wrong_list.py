# fails: *
# diagnosis: exception
import asyncio


async def async_range(start, stop, delay=0.1, on_close=None):
    numbers = []
    for number in range(start, stop):
        await asyncio.sleep(delay)
        numbers.append(number)
    return numbers

# fails: numbers arrive one by one; two consumers; leaving early
# diagnosis: blocked_loop
import time


async def async_range(start, stop, delay=0.1, on_close=None):
    try:
        for number in range(start, stop):
            time.sleep(delay)
            yield number
    finally:
        if on_close:
            on_close()

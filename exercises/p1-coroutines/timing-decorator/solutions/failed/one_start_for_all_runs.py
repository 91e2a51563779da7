# fails: two runs at once: each has its own seconds
# The start is kept with the decorator and not with the run; a later run overwrites it.
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        start = 0

        @wraps(function)
        async def wrapper(*args, **kwargs):
            nonlocal start
            start = time.perf_counter()
            try:
                return await function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

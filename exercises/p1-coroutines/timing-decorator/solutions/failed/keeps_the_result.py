# fails: one run: the result as before, and its seconds in the report
# fails: arguments reach the step, by position and by name; two runs at once: each has its own seconds
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                await function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

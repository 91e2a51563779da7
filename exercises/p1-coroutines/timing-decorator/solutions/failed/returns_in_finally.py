# fails: *
# `return` in `finally` throws away the exception that was on its way. Since 3.14 Python warns of it.
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            result = None
            try:
                result = await function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.perf_counter() - start))
                return result

        return wrapper

    return decorator

# fails: arguments reach the step, by position and by name
# status: errored
# diagnosis: exception
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args):
            start = time.perf_counter()
            try:
                return await function(*args)
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

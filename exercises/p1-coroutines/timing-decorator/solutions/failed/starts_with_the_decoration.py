# fails: arguments reach the step, by position and by name; a run that fails is in the report, and its exception comes out
# fails: the clock starts with the run, not with the call; two reports do not mix
# fails: two runs at once: each has its own seconds
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        start = time.perf_counter()

        @wraps(function)
        async def wrapper(*args, **kwargs):
            try:
                return await function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

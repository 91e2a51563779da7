# fails: a run that is cancelled is in the report, and stays cancelled
# diagnosis: expected_exception
import asyncio
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return await function(*args, **kwargs)
            except asyncio.CancelledError:
                return None
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

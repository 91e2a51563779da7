# fails: a run that fails is in the report, and its exception comes out
# diagnosis: expected_exception
# fails: a run that is cancelled is in the report, and stays cancelled
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                result = await function(*args, **kwargs)
            except Exception:
                result = None
            report.append((function.__name__, time.perf_counter() - start))
            return result

        return wrapper

    return decorator

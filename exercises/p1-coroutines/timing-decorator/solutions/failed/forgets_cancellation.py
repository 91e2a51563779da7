# fails: a run that is cancelled is in the report, and stays cancelled
# A cancellation is no `Exception`, and there is no `finally`.
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
                report.append((function.__name__, time.perf_counter() - start))
                raise
            report.append((function.__name__, time.perf_counter() - start))
            return result

        return wrapper

    return decorator

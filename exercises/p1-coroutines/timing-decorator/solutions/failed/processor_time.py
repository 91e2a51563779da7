# fails: one run: the result as before, and its seconds in the report
# fails: arguments reach the step, by position and by name; two runs at once: each has its own seconds
# fails: a run that fails is in the report, and its exception comes out
# fails: a run that is cancelled is in the report, and stays cancelled
# fails: the clock starts with the run, not with the call; two reports do not mix
# A clock that stands still while the program waits.
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.process_time()
            try:
                return await function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.process_time() - start))

        return wrapper

    return decorator

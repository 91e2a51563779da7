# fails: the decorated step is a coroutine function with the step's name
# diagnosis: not_a_coroutine_function
# fails: one run: the result as before, and its seconds in the report
# fails: arguments reach the step, by position and by name; two runs at once: each has its own seconds
# fails: a run that fails is in the report, and its exception comes out
# fails: a run that is cancelled is in the report, and stays cancelled
# fails: the clock starts with the run, not with the call; two reports do not mix
# The decorator for ordinary functions: it measures how long it takes to make a coroutine object.
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

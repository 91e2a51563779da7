# fails: one run: the result as before, and its seconds in the report
# status: errored
# diagnosis: exception
# fails: the decorated step is a coroutine function with the step's name; two reports do not mix
# fails: arguments reach the step, by position and by name; two runs at once: each has its own seconds
# fails: a run that fails is in the report, and its exception comes out
# fails: a run that is cancelled is in the report, and stays cancelled
# fails: the clock starts with the run, not with the call
# A decorator that is given something needs one function more than one that is given nothing.
import time
from functools import wraps


def async_timed(function, report=[]):
    @wraps(function)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            report.append((function.__name__, time.perf_counter() - start))

    return wrapper

# fails: the clock starts with the run, not with the call
# fails: the decorated step is a coroutine function with the step's name
# diagnosis: not_a_coroutine_function
import time
from functools import wraps


def async_timed(report):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()

            async def run():
                try:
                    return await function(*args, **kwargs)
                finally:
                    report.append((function.__name__, time.perf_counter() - start))

            return run()

        return wrapper

    return decorator

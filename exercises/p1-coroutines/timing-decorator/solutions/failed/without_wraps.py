# fails: the decorated step is a coroutine function with the step's name
import time


def async_timed(report):
    def decorator(function):
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return await function(*args, **kwargs)
            finally:
                report.append((function.__name__, time.perf_counter() - start))

        return wrapper

    return decorator

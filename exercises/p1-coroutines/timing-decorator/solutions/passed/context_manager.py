import asyncio
from contextlib import contextmanager
from functools import wraps


@contextmanager
def stopwatch(name, report):
    clock = asyncio.get_running_loop().time
    start = clock()
    try:
        yield
    finally:
        report.append((name, clock() - start))


def async_timed(report):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            with stopwatch(function.__name__, report):
                return await function(*args, **kwargs)

        return wrapper

    return decorator

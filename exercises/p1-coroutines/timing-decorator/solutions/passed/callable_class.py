import functools
import inspect
import time


class Timed:
    def __init__(self, function, report):
        functools.update_wrapper(self, function)
        inspect.markcoroutinefunction(self)
        self.function = function
        self.report = report

    async def __call__(self, *args, **kwargs):
        start = time.monotonic()
        try:
            return await self.function(*args, **kwargs)
        finally:
            self.report.append((self.__name__, time.monotonic() - start))


def async_timed(report):
    return functools.partial(Timed, report=report)

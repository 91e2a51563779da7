# The wall clock may be set while it is read; as long as nobody does, it tells the same durations.
import time


class async_timed:
    def __init__(self, report):
        self.report = report

    def __call__(self, function):
        async def timed(*args, **kwargs):
            begin = time.time()
            try:
                result = await function(*args, **kwargs)
            except BaseException:
                self.note(function, begin)
                raise
            self.note(function, begin)
            return result

        timed.__name__ = function.__name__
        return timed

    def note(self, function, begin):
        self.report.append((function.__name__, time.time() - begin))

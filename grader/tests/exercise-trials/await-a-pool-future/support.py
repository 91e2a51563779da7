from concurrent.futures import ThreadPoolExecutor

from overlap import blocking_service


class Legacy:
    """A library from before asyncio: submit() gives a future of a thread pool."""

    def __init__(self, workers):
        self.pool, self.futures = ThreadPoolExecutor(workers), []

    def submit(self, key):
        future = self.pool.submit(blocking_service("load"), key)
        self.futures.append(future)
        return future

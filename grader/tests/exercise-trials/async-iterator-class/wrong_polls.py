# fails: items arrive when they are put in
import asyncio


class Feed:
    def __init__(self, queue):
        self.queue = queue

    def __aiter__(self):
        return self

    async def __anext__(self):
        while self.queue.empty():
            await asyncio.sleep(0.3)
        item = self.queue.get_nowait()
        if item is None:
            raise StopAsyncIteration
        return item

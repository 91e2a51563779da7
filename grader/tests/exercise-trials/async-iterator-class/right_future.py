class Feed:
    def __init__(self, queue):
        self.get = queue.get

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.next()

    async def next(self):
        if (item := await self.get()) is not None:
            return item
        raise StopAsyncIteration()

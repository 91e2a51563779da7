import asyncio


class async_range:
    def __init__(self, start, stop, delay=0.1, on_close=None):
        self.numbers, self.delay, self.on_close = iter(range(start, stop)), delay, on_close

    def __aiter__(self):
        return self

    async def __anext__(self):
        for number in self.numbers:
            await asyncio.sleep(self.delay)
            return number
        await self.aclose()
        raise StopAsyncIteration

    async def aclose(self):
        if self.on_close:
            self.on_close()
            self.on_close = None

import asyncio


class AsyncCache:
    def __init__(self):
        self.values, self.until = {}, {}

    async def get(self, key, default=None):
        if key in self.until and asyncio.get_running_loop().time() > self.until[key]:
            await self.delete(key)
        return self.values.get(key, default)

    async def set(self, key, value, ttl=60):
        self.values[key] = value
        self.until[key] = asyncio.get_running_loop().time() + ttl

    async def delete(self, key):
        self.values.pop(key, None)
        self.until.pop(key, None)

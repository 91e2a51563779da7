# fails: *
import asyncio


class Cache:
    def __init__(self):
        self.values, self.lock = {}, asyncio.Lock()

    async def get_or_load(self, key, load):
        async with self.lock:
            if key not in self.values:
                self.values[key] = await load(key)
            return self.values[key]

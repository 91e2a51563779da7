# fails: *
# diagnosis: wrong_count
import asyncio


class Cache:
    def __init__(self):
        self.values, self.lock = {}, asyncio.Lock()

    async def get_or_load(self, key, load):
        async with self.lock:
            if key in self.values:
                return self.values[key]
        value = await load(key)
        async with self.lock:
            self.values[key] = value
        return value

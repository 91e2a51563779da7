# fails: empty values are values
# diagnosis: wrong_value
import time


class AsyncCache:
    def __init__(self):
        self.entries = {}

    async def get(self, key, default=None):
        value, until = self.entries.get(key, (None, 0))
        if value and time.monotonic() < until:
            return value
        self.entries.pop(key, None)
        return default

    async def set(self, key, value, ttl=60):
        self.entries[key] = value, time.monotonic() + ttl

    async def delete(self, key):
        self.entries.pop(key, None)

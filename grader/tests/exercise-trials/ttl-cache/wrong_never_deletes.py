# fails: what has expired is removed
import time


class AsyncCache:
    def __init__(self):
        self.entries = {}

    async def get(self, key, default=None):
        value, until = self.entries.get(key, (default, float("inf")))
        return default if time.monotonic() >= until else value

    async def set(self, key, value, ttl=60):
        self.entries[key] = value, time.monotonic() + ttl

    async def delete(self, key):
        self.entries.pop(key, None)

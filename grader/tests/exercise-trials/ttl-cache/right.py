import time


class AsyncCache:
    def __init__(self):
        self.entries = {}

    async def get(self, key, default=None):
        value, until = self.entries.get(key, (default, float("inf")))
        if time.monotonic() >= until:
            del self.entries[key]
            return default
        return value

    async def set(self, key, value, ttl=60):
        self.entries[key] = value, time.monotonic() + ttl

    async def delete(self, key):
        self.entries.pop(key, None)

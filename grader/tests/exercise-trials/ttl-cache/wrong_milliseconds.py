# fails: a value lives for its time; a minute, unless told otherwise; set again, deleted twice
import time


class AsyncCache:
    def __init__(self):
        self.entries = {}

    async def get(self, key, default=None):
        value, until = self.entries.get(key, (default, float("inf")))
        if time.monotonic() * 1000 >= until:
            del self.entries[key]
            return default
        return value

    async def set(self, key, value, ttl=60):
        self.entries[key] = value, time.monotonic() * 1000 + ttl

    async def delete(self, key):
        self.entries.pop(key, None)

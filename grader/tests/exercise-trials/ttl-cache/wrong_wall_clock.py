# fails: somebody sets the clock back
from datetime import datetime, timedelta


class AsyncCache:
    def __init__(self):
        self.entries = {}

    async def get(self, key, default=None):
        if key not in self.entries:
            return default
        value, until = self.entries[key]
        if datetime.now() >= until:
            del self.entries[key]
            return default
        return value

    async def set(self, key, value, ttl=60):
        self.entries[key] = value, datetime.now() + timedelta(seconds=ttl)

    async def delete(self, key):
        self.entries.pop(key, None)

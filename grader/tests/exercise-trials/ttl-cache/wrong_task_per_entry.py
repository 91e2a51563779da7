# fails: a value lives for its time
# diagnosis: tasks_left
# fails: set again, deleted twice
import asyncio


class AsyncCache:
    def __init__(self):
        self.values, self.tasks = {}, {}

    async def get(self, key, default=None):
        return self.values.get(key, default)

    async def set(self, key, value, ttl=60):
        self.values[key] = value
        self.tasks[key] = asyncio.create_task(self.expire(key, ttl))

    async def expire(self, key, ttl):
        await asyncio.sleep(ttl)
        await self.delete(key)

    async def delete(self, key):
        self.values.pop(key, None)

import asyncio


class Cache:
    def __init__(self):
        self.loads = {}

    async def get_or_load(self, key, load):
        if key not in self.loads:
            task = self.loads[key] = asyncio.create_task(load(key))
            task.add_done_callback(lambda task: self.forget(key, task))
        return await asyncio.shield(self.loads[key])

    def forget(self, key, task):
        if task.cancelled() or task.exception():
            del self.loads[key]

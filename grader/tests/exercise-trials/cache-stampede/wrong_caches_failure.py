# fails: a load that fails
# diagnosis: exception
import asyncio


class Cache:
    def __init__(self):
        self.loads = {}

    async def get_or_load(self, key, load):
        if key not in self.loads:
            self.loads[key] = asyncio.create_task(load(key))
        return await asyncio.shield(self.loads[key])

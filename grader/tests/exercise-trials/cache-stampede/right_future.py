import asyncio


class Cache:
    def __init__(self):
        self.values, self.waiting, self.tasks = {}, {}, set()

    async def get_or_load(self, key, load):
        if key in self.values:
            return self.values[key]
        future = asyncio.get_running_loop().create_future()
        callers = self.waiting.setdefault(key, [])
        callers.append(future)
        if len(callers) == 1:
            task = asyncio.create_task(self.load(key, load))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        return await future

    async def load(self, key, load):
        try:
            value = self.values[key] = await load(key)
            tell = lambda future: future.set_result(value)
        except Exception as error:
            tell = lambda future, error=error: future.set_exception(error)
        for future in self.waiting.pop(key):
            if not future.done():
                tell(future)

# fails: *
# diagnosis: wrong_count
class Cache:
    def __init__(self):
        self.values = {}

    async def get_or_load(self, key, load):
        if key not in self.values:
            self.values[key] = await load(key)
        return self.values[key]

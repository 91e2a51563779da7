# fails: an error in the block
# diagnosis: wrong_count
# fails: cancelled during the query
class Connection:
    def __init__(self, server):
        self.server = server

    async def __aenter__(self):
        await self.server.open()
        return self

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            await self.server.close()

    async def query(self, sql):
        return await self.server.query(sql)

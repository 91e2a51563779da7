class Connection:
    def __init__(self, server):
        self.server = server

    async def __aenter__(self):
        await self.server.open()
        return self

    async def __aexit__(self, kind, error, traceback):
        await self.server.close()

    async def query(self, sql):
        return await self.server.query(sql)

# fails: *
class Connection:
    def __init__(self, server):
        self.server = server

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        pass

    async def query(self, sql):
        return await self.server.query(sql)

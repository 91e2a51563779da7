from contextlib import AsyncExitStack


class Connection(AsyncExitStack):
    def __init__(self, server):
        super().__init__()
        self.server = server
        self.query = server.query

    async def __aenter__(self):
        await self.server.open()
        self.push_async_callback(self.server.close)
        return await super().__aenter__()

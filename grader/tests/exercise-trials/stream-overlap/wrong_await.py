# fails: items are handled while others arrive; a handler that fails stops everything
async def process(stream, handle):
    async for item in stream:
        await handle(item)

# fails: items are handled while others arrive; a handler that fails stops everything
import asyncio


async def process(stream, handle):
    items = [item async for item in stream]
    await asyncio.gather(*map(handle, items))

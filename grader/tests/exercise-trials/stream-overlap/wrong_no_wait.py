# fails: items are handled while others arrive; a handler that fails stops everything
import asyncio


async def process(stream, handle):
    tasks = set()
    async for item in stream:
        tasks.add(asyncio.create_task(handle(item)))

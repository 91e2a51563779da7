import asyncio


async def process(stream, handle):
    async with asyncio.TaskGroup() as group:
        async for item in stream:
            group.create_task(handle(item))

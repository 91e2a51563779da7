import asyncio


async def process(stream, handle):
    queue = asyncio.Queue()

    async def work():
        while (item := await queue.get()) is not None:
            await handle(item)

    async with asyncio.TaskGroup() as group:
        workers = 0
        async for item in stream:
            if workers < 2:
                workers += 1
                group.create_task(work())
            queue.put_nowait(item)
        for _ in range(workers):
            queue.put_nowait(None)

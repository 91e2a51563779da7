# A TaskGroup around the two steps that overlap.
import asyncio


async def report(fetch, header, body):
    async with asyncio.TaskGroup() as group:
        figures = group.create_task(fetch())
        top = await header()
    return top, await body(figures.result())

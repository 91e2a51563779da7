import asyncio


async def report(fetch, header, body):
    figures = asyncio.create_task(fetch())
    try:
        top = await header()
        data = await figures
    finally:
        figures.cancel()
        await asyncio.gather(figures, return_exceptions=True)
    return top, await body(data)

# fails: fetching that is called off closes its connection first
# Asks the download to stop, and does not wait until it has.
import asyncio


async def report(fetch, header, body):
    figures = asyncio.create_task(fetch())
    try:
        top = await header()
        data = await figures
    except BaseException:
        figures.cancel()
        raise
    return top, await body(data)

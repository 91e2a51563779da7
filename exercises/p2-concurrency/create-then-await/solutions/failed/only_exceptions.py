# fails: a report that is cancelled calls off its steps
# diagnosis: wrong_cancellation
# A cancellation is not an Exception, so the download outlives it.
import asyncio


async def report(fetch, header, body):
    figures = asyncio.create_task(fetch())
    try:
        top = await header()
    except Exception:
        figures.cancel()
        await asyncio.gather(figures, return_exceptions=True)
        raise
    return top, await body(await figures)

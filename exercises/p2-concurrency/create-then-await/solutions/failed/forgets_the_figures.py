# fails: without a header nobody goes on fetching figures; fetching that is called off closes its connection first
# fails: a report that is cancelled calls off its steps
# diagnosis: wrong_cancellation
# passes: the figures are fetched while the header is printed; the body waits for the figures and gets them
# Right when all goes well. When the header fails, the download goes on without anybody who wants it.
import asyncio


async def report(fetch, header, body):
    figures = asyncio.create_task(fetch())
    top = await header()
    data = await figures
    return top, await body(data)

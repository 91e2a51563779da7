# fails: the figures are fetched while the header is printed
# fails: the body waits for the figures and gets them
# diagnosis: answer_not_awaited
# fails: the body waits for the header, even when the figures are there first
# diagnosis: wrong_call_time
# fails: without a header nobody goes on fetching figures; fetching that is called off closes its connection first
# fails: without figures no body is printed, and nothing goes on printing
# fails: a report that is cancelled calls off its steps
# Starts the body together with what it depends on.
import asyncio


async def report(fetch, header, body):
    figures = asyncio.create_task(fetch())
    top, _, bottom = await asyncio.gather(header(), figures, body(figures))
    return top, bottom

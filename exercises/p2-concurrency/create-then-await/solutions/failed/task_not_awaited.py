# fails: the body waits for the figures and gets them
# diagnosis: answer_not_awaited
# fails: the figures are fetched while the header is printed
# diagnosis: wrong_time
# fails: the body waits for the header, even when the figures are there first
# fails: without a header nobody goes on fetching figures; fetching that is called off closes its connection first
# fails: without figures no body is printed, and nothing goes on printing
# fails: a report that is cancelled calls off its steps
# Hands the task itself to the body, which needs what the task brings.
import asyncio


async def report(fetch, header, body):
    figures = asyncio.create_task(fetch())
    top = await header()
    return top, await body(figures)

# fails: without a header nobody goes on fetching figures
# diagnosis: wrong_cancellation
# fails: fetching that is called off closes its connection first
# fails: without figures no body is printed, and nothing goes on printing
# diagnosis: tasks_left
# gather raises at once and stops nobody: the other step goes on in the background.
import asyncio


async def report(fetch, header, body):
    top, data = await asyncio.gather(header(), fetch())
    return top, await body(data)

# fails: without a header nobody goes on fetching figures; fetching that is called off closes its connection first
# diagnosis: expected_exception
# fails: without figures no body is printed, and nothing goes on printing
# diagnosis: expected_exception
# A report without a header is None, and nobody learns why.
import asyncio


async def report(fetch, header, body):
    try:
        async with asyncio.TaskGroup() as group:
            figures = group.create_task(fetch())
            top = await header()
    except ExceptionGroup:
        return None
    return top, await body(figures.result())

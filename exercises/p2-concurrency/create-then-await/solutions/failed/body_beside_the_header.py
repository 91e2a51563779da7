# fails: the body waits for the header, even when the figures are there first
# diagnosis: wrong_call_time
# The body is printed as soon as the figures are there, across the header.
import asyncio


async def report(fetch, header, body):
    async def print_body():
        return await body(await fetch())

    async with asyncio.TaskGroup() as group:
        top = group.create_task(header())
        bottom = group.create_task(print_body())
    return top.result(), bottom.result()

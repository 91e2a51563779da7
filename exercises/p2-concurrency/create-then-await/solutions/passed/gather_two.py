# gather starts both; since it leaves the other running after a failure, both are tasks that can be called off.
import asyncio


async def report(fetch, header, body):
    steps = [asyncio.create_task(step()) for step in (header, fetch)]
    try:
        top, data = await asyncio.gather(*steps)
    except BaseException:
        for step in steps:
            step.cancel()
        await asyncio.gather(*steps, return_exceptions=True)
        raise
    return top, await body(data)

# fails: the deadline comes in the second step; called later, with the same deadline
import asyncio
import time


async def run_until(steps, deadline):
    names = []
    try:
        async with asyncio.timeout(None if deadline is None else max(0, deadline - time.time())):
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        pass
    return names

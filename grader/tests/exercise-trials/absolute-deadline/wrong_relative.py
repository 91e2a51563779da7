# fails: the deadline comes in the second step; called later, with the same deadline; a deadline that is over
import asyncio


async def run_until(steps, deadline):
    names = []
    try:
        async with asyncio.timeout(deadline):
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        pass
    return names

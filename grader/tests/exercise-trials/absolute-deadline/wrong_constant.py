# fails: called later, with the same deadline
# diagnosis: wrong_time
# fails: a deadline that is over
import asyncio


async def run_until(steps, deadline):
    names = []
    try:
        async with asyncio.timeout(None if deadline is None else 2):
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        pass
    return names

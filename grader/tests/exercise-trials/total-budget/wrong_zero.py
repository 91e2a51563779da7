# fails: no budget
import asyncio


async def run_steps(steps, budget):
    names = []
    try:
        async with asyncio.timeout(budget or 0) as limit:
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        if not limit.expired():
            raise
    return names

import asyncio


async def run_steps(steps, budget):
    names = []
    try:
        async with asyncio.timeout(budget) as limit:
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        if not limit.expired():
            raise
    return names

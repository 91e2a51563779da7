# fails: the TimeoutError of a step comes out
# diagnosis: expected_exception
import asyncio


async def run_steps(steps, budget):
    names = []
    try:
        async with asyncio.timeout(budget):
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        pass
    return names

# fails: the budget ends in the second step
# diagnosis: exception
# fails: the TimeoutError of a step comes out
# diagnosis: expected_exception
import asyncio


async def run_steps(steps, budget):
    names = []
    async with asyncio.timeout(budget):
        try:
            for name, step in steps:
                await step()
                names.append(name)
        except TimeoutError:
            pass
    return names

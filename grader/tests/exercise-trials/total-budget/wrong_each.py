# fails: the budget ends in the second step; the TimeoutError of a step comes out
import asyncio


async def run_steps(steps, budget):
    names = []
    for name, step in steps:
        try:
            await asyncio.wait_for(step(), budget)
        except TimeoutError:
            break
        names.append(name)
    return names

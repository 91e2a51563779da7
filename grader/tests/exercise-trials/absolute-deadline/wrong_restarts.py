# fails: the deadline comes in the second step; called later, with the same deadline
import asyncio


async def run_until(steps, deadline):
    names = []
    left = None if deadline is None else deadline - asyncio.get_running_loop().time()
    for name, step in steps:
        try:
            await asyncio.wait_for(step(), left)
        except TimeoutError:
            break
        names.append(name)
    return names

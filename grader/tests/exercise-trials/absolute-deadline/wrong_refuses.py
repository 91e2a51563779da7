# fails: a deadline that is over
# diagnosis: exception
import asyncio


async def run_until(steps, deadline):
    names = []
    if deadline is not None and deadline < asyncio.get_running_loop().time():
        raise ValueError("the deadline is over")
    try:
        async with asyncio.timeout_at(deadline):
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        pass
    return names

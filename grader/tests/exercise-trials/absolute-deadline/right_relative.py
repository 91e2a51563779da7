import asyncio


async def run_until(steps, deadline):
    names = []
    loop = asyncio.get_running_loop()
    for name, step in steps:
        left = None if deadline is None else deadline - loop.time()
        try:
            await asyncio.wait_for(step(), left)
        except TimeoutError:
            break
        names.append(name)
    return names

import asyncio


async def run_until(steps, deadline):
    names = []
    try:
        async with asyncio.timeout_at(deadline):
            for name, step in steps:
                await step()
                names.append(name)
    except TimeoutError:
        pass
    return names

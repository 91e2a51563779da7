import asyncio


async def run_steps(steps, budget):
    names = []

    async def run():
        for name, step in steps:
            await step()
            names.append(name)

    task = asyncio.create_task(run())
    try:
        await asyncio.wait([task], timeout=budget)
        if task.done():
            task.result()
    finally:
        task.cancel()
        await asyncio.wait([task])
    return names

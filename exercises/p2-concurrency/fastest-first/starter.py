import asyncio


async def stream(jobs, on_result, on_error):
    outcomes = await asyncio.gather(*(job() for _, job in jobs), return_exceptions=True)
    for (name, _), outcome in zip(jobs, outcomes):
        if isinstance(outcome, Exception):
            on_error(name, outcome)
        else:
            on_result(name, outcome)

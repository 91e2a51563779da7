import asyncio

cancelled = []


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        raise ValueError(name)
    except asyncio.CancelledError:
        cancelled.append(name)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("a", 3))
            group.create_task(job("b", 1))
            group.create_task(job("c", 2))
    except* ValueError as errors:
        print("failed:", errors.exceptions)
    print("cancelled:", sorted(cancelled))

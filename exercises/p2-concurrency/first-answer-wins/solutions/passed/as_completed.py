# as_completed instead of rounds of wait.
import asyncio


async def fetch_fastest(mirrors):
    tasks = [asyncio.create_task(mirror()) for mirror in mirrors]
    failures = []
    try:
        for arrival in asyncio.as_completed(tasks):
            try:
                return await arrival
            except Exception as error:
                failures.append(error)
        raise ExceptionGroup("no mirror has answered", failures)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

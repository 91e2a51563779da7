# fails: the others are called off, and close their connections together
# fails: a race that is cancelled leaves no download behind
# Waits for each loser before the next one is asked to stop: their clean-ups add up.
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
            await asyncio.gather(task, return_exceptions=True)

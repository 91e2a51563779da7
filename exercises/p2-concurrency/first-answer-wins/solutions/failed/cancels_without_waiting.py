# fails: the others are called off, and close their connections together
# diagnosis: tasks_left
# fails: a mirror that fails is out of the race, and the race goes on
# fails: a race that is cancelled leaves no download behind
# Asks the losers to stop, and returns before they have.
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

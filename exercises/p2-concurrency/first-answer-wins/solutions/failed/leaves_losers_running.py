# fails: the quickest mirror wins
# diagnosis: wrong_cancellation
# fails: the others are called off, and close their connections together
# diagnosis: tasks_left
# fails: a mirror that fails is out of the race, and the race goes on; an empty file is an answer
# fails: a race that is cancelled leaves no download behind
# as_completed cancels nobody: the losers go on downloading.
import asyncio


async def fetch_fastest(mirrors):
    failures = []
    for arrival in asyncio.as_completed([mirror() for mirror in mirrors]):
        try:
            return await arrival
        except Exception as error:
            failures.append(error)
    raise ExceptionGroup("no mirror has answered", failures)

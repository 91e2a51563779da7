# fails: a race that is cancelled leaves no download behind
# diagnosis: tasks_left
# Calls off the losers when there is a winner, but not when the race itself is cancelled.
import asyncio


async def fetch_fastest(mirrors):
    pending = {asyncio.create_task(mirror()) for mirror in mirrors}
    failures = []
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if error := task.exception():
                failures.append(error)
                continue
            for loser in pending:
                loser.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
            return task.result()
    raise ExceptionGroup("no mirror has answered", failures)

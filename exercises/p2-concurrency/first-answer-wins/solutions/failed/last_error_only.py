# fails: when all fail, all that went wrong comes out, at the end
# diagnosis: expected_exception
# fails: one mirror is a race, too
# diagnosis: expected_exception
# Remembers only what went wrong last.
import asyncio


async def fetch_fastest(mirrors):
    tasks = [asyncio.create_task(mirror()) for mirror in mirrors]
    last_error = None
    try:
        for arrival in asyncio.as_completed(tasks):
            try:
                return await arrival
            except Exception as error:
                last_error = error
        raise last_error
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

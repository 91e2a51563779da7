# fails: a mirror that fails is out of the race, and the race goes on
# diagnosis: exception
# status: errored
# fails: the last of many may be the only one that works
# status: errored
# fails: when all fail, all that went wrong comes out, at the end
# diagnosis: expected_exception
# fails: one mirror is a race, too
# diagnosis: expected_exception
# fails: a race that is cancelled leaves no download behind
# Takes whoever is done first, even if it has failed.
import asyncio


async def fetch_fastest(mirrors):
    tasks = [asyncio.create_task(mirror()) for mirror in mirrors]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

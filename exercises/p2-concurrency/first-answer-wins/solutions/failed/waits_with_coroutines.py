# fails: *
# Since Python 3.11 `wait` takes tasks only.
import asyncio


async def fetch_fastest(mirrors):
    done, pending = await asyncio.wait([mirror() for mirror in mirrors], return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()

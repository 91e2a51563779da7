# fails: an error of the operation comes out; cancelled from outside
# diagnosis: expected_exception
import asyncio


async def fetch_or_default(op, timeout, default):
    try:
        return await asyncio.wait_for(op(), timeout)
    except BaseException:
        return default

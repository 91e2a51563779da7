import asyncio


async def fetch_or_default(op, timeout, default):
    try:
        return await asyncio.wait_for(op(), timeout)
    except TimeoutError:
        return default

# fails: *
# diagnosis: exception
import asyncio


async def process(stream, handle):
    await asyncio.gather(*map(handle, list(stream)))

# fails: *
import asyncio


async def all_users(fetch_page):
    for page in await asyncio.gather(*(fetch_page(offset, 100) for offset in range(0, 1000, 100))):
        for user in page:
            yield user

# fails: every page is fetched once, and the client is left open
# Cleans up what belongs to somebody else.
import asyncio


async def fetch_all(client, urls, limit):
    places = asyncio.Semaphore(limit)

    async def fetch(url):
        async with places:
            return await client.get(url)

    try:
        return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    finally:
        await client.close()

# fails: a failing request gives its place back, and the other pages are fetched
# The semaphore is right, but the first exception comes out and all pages are lost.
import asyncio


async def fetch_all(client, urls, limit):
    places = asyncio.Semaphore(limit)

    async def fetch(url):
        async with places:
            return await client.get(url)

    return await asyncio.gather(*(fetch(url) for url in urls))

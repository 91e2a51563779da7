import asyncio


async def fetch_all(client, urls, limit):
    places = asyncio.Semaphore(limit)

    async def fetch(url):
        async with places:
            return await client.get(url)

    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)

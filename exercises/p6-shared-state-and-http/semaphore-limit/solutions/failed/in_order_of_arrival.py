# fails: pages come back in the order of the urls, whichever is first
# fails: a slow page does not hold up the others
# Appends each page when it arrives.
import asyncio


async def fetch_all(client, urls, limit):
    places = asyncio.Semaphore(limit)
    pages = []

    async def fetch(url):
        async with places:
            try:
                pages.append(await client.get(url))
            except Exception as error:
                pages.append(error)

    await asyncio.gather(*(fetch(url) for url in urls))
    return pages

# fails: six pages, two at a time; a hundred pages, ten at a time; a slow page does not hold up the others
# diagnosis: limit_exceeded
# fails: pages come back in the order of the urls, whichever is first
# fails: a failing request gives its place back, and the other pages are fetched
# fails: the limit is respected at both ends: one, and more than there are pages
# Each request has a semaphore of its own, which is never full.
import asyncio


async def fetch_all(client, urls, limit):
    async def fetch(url):
        places = asyncio.Semaphore(limit)
        async with places:
            return await client.get(url)

    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)

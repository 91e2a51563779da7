# fails: six pages, two at a time; a slow page does not hold up the others
# diagnosis: limit_exceeded
# fails: pages come back in the order of the urls, whichever is first
# fails: a failing request gives its place back, and the other pages are fetched
# fails: the limit is respected at both ends: one, and more than there are pages
# "At most ten" was in the title, so ten is written into the code.
import asyncio

PLACES = asyncio.Semaphore(10)


async def fetch_all(client, urls, limit):
    async def fetch(url):
        async with PLACES:
            return await client.get(url)

    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)

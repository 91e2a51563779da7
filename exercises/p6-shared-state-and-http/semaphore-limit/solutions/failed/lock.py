# fails: six pages, two at a time; a hundred pages, ten at a time
# diagnosis: serial
# fails: a slow page does not hold up the others
# fails: the limit is respected at both ends: one, and more than there are pages
# A lock is a semaphore with a single place.
import asyncio


async def fetch_all(client, urls, limit):
    lock = asyncio.Lock()

    async def fetch(url):
        async with lock:
            return await client.get(url)

    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)

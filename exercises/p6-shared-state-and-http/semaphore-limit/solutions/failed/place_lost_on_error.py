# fails: a failing request gives its place back, and the other pages are fetched
# status: deadlocked
# diagnosis: deadlock
# Without try/finally a failing request keeps its place for ever; after two of them nobody gets one.
import asyncio


async def fetch_all(client, urls, limit):
    places = asyncio.Semaphore(limit)

    async def fetch(url):
        await places.acquire()
        page = await client.get(url)
        places.release()
        return page

    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)

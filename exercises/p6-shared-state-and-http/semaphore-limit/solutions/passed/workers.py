# A fixed number of workers that draw from one iterator, instead of one task per url.
import asyncio


async def fetch_all(client, urls, limit):
    pages = [None] * len(urls)
    remaining = iter(enumerate(urls))

    async def work():
        for place, url in remaining:
            try:
                pages[place] = await client.get(url)
            except Exception as error:
                pages[place] = error

    async with asyncio.TaskGroup() as group:
        for _ in range(min(limit, len(urls))):
            group.create_task(work())
    return pages

# Never has more tasks than places: starts the next one when asyncio.wait says that one has ended.
import asyncio


async def fetch_all(client, urls, limit):
    tasks = []
    running = set()
    for url in urls:
        if len(running) == limit:
            _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(client.get(url))
        tasks.append(task)
        running.add(task)
    return await asyncio.gather(*tasks, return_exceptions=True)

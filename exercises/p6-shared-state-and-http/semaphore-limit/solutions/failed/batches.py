# fails: a slow page does not hold up the others
# Fixed batches: each waits for its slowest member.
import asyncio
from itertools import batched


async def fetch_all(client, urls, limit):
    pages = []
    for batch in batched(urls, limit):
        pages += await asyncio.gather(*(client.get(url) for url in batch), return_exceptions=True)
    return pages

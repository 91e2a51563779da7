# fails: from a thread of a loop; on the loop's thread it is refused
import asyncio

from asgiref.sync import sync_to_async
from support import Client


def sync_prices(client, ids):
    async def fetch_all():
        return await asyncio.gather(*(client.fetch(number) for number in ids))

    return list(asyncio.run(fetch_all()))


async def from_script(ids):
    return await asyncio.to_thread(sync_prices, Client(), ids)


async def from_async(ids):
    client = Client()
    first = await client.fetch(1)
    return [first, *await sync_to_async(sync_prices)(client, ids)]


async def on_the_loop(ids):
    return sync_prices(Client(), ids)

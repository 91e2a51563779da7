# fails: fifty mails, ten at a time; addresses that failed are told in order
import asyncio

import httpx

from support import URL, run


async def send_bulk(client, users, limit):
    semaphore = asyncio.Semaphore(limit)

    async def send(user):
        async with semaphore:
            try:
                response = await client.post(URL, json={"to": user["address"], "name": user["name"]})
            except httpx.HTTPError:
                return False
            return response.status_code == 200

    sent = await asyncio.gather(*(send(user) for user in users))
    return sum(sent), [user["address"] for user, is_sent in zip(users, sent) if not is_sent]

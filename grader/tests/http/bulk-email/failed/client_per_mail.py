# fails: fifty mails, ten at a time
import asyncio

import httpx

from support import URL, run


async def send_bulk(client, users, limit):
    semaphore = asyncio.Semaphore(limit)

    async def send(user):
        async with semaphore:
            try:
                async with httpx.AsyncClient(timeout=2.0) as own:
                    response = await own.post(URL, json={"to": user["address"], "name": user["name"]})
                response.raise_for_status()
            except httpx.HTTPError:
                return False
            return True

    sent = await asyncio.gather(*(send(user) for user in users))
    return sum(sent), [user["address"] for user, is_sent in zip(users, sent) if not is_sent]

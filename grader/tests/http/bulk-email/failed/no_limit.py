# fails: fifty mails, ten at a time
# fails: addresses that failed are told in order
# diagnosis: exception
# fails: cancelling stops sending
import asyncio

from support import URL, run


async def send_bulk(client, users, limit):
    responses = await asyncio.gather(*(client.post(URL, json={"to": user["address"], "name": user["name"]}) for user in users))
    return sum(response.is_success for response in responses), []

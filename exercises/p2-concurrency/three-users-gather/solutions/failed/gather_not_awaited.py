# fails: three users are asked for at the same time; ten users take as long as the slowest of them
# fails: thirty users come in the order of the ids, whoever answers first; who wrote twice is there twice
# diagnosis: answer_not_awaited
# fails: no ids at all
# diagnosis: answer_not_awaited
# Hands out what gather returns, instead of awaiting it.
import asyncio


async def fetch_users(fetch, ids):
    return asyncio.gather(*(fetch(user_id) for user_id in ids))

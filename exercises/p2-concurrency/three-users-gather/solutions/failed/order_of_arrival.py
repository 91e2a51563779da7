# fails: three users are asked for at the same time
# diagnosis: wrong_order
# fails: thirty users come in the order of the ids, whoever answers first; who wrote twice is there twice
# diagnosis: wrong_order
# as_completed gives the fastest answer first.
import asyncio


async def fetch_users(fetch, ids):
    users = []
    for arrival in asyncio.as_completed([fetch(user_id) for user_id in ids]):
        users.append(await arrival)
    return users

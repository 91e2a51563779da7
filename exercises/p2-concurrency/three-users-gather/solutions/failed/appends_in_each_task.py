# fails: three users are asked for at the same time
# diagnosis: wrong_order
# fails: thirty users come in the order of the ids, whoever answers first; who wrote twice is there twice
# diagnosis: wrong_order
# gather would keep the order, but each task appends its user when it is there.
import asyncio


async def fetch_users(fetch, ids):
    users = []

    async def load(user_id):
        users.append(await fetch(user_id))

    await asyncio.gather(*(load(user_id) for user_id in ids))
    return users

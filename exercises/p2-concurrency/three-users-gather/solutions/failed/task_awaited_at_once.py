# fails: three users are asked for at the same time; ten users take as long as the slowest of them
# diagnosis: serial
# fails: thirty users come in the order of the ids, whoever answers first; who wrote twice is there twice
# diagnosis: serial
# A task is made for each user, but it is waited for before the next one is made.
import asyncio


async def fetch_users(fetch, ids):
    users = []
    for user_id in ids:
        users.append(await asyncio.create_task(fetch(user_id)))
    return users

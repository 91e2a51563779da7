# fails: three users are asked for at the same time; ten users take as long as the slowest of them
# fails: thirty users come in the order of the ids, whoever answers first; who wrote twice is there twice
# diagnosis: answer_not_awaited
# Starts everybody, but returns the tasks instead of the users.
import asyncio


async def fetch_users(fetch, ids):
    return [asyncio.create_task(fetch(user_id)) for user_id in ids]

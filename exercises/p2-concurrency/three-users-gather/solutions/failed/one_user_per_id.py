# fails: who wrote twice is there twice
# diagnosis: wrong_value
# A dictionary has each id only once.
import asyncio


async def fetch_users(fetch, ids):
    tasks = {user_id: asyncio.create_task(fetch(user_id)) for user_id in ids}
    return [await task for task in tasks.values()]

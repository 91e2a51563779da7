import asyncio


async def fetch_users(fetch, ids):
    return await asyncio.gather(*(fetch(user_id) for user_id in ids))

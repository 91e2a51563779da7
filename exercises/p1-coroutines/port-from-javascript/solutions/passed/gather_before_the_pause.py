import asyncio


async def load_users(fetch_user, ids):
    users = asyncio.gather(*(fetch_user(user_id) for user_id in ids))
    await asyncio.sleep(0.3)
    return list(await users)

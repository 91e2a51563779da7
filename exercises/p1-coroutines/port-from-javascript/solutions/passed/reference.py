import asyncio


async def load_users(fetch_user, ids):
    users = [asyncio.create_task(fetch_user(user_id)) for user_id in ids]
    await asyncio.sleep(0.3)
    return await asyncio.gather(*users)

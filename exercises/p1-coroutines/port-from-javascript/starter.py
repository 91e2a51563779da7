import asyncio


async def load_users(fetch_user, ids):
    users = [fetch_user(user_id) for user_id in ids]
    await asyncio.sleep(0.3)  # the logo is shown at least this long
    return await asyncio.gather(*users)

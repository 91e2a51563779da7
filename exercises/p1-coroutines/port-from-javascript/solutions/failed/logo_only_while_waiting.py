# fails: all users are there early: the logo stays its 300 milliseconds; nobody to load
# diagnosis: wrong_time
import asyncio


async def load_users(fetch_user, ids):
    return await asyncio.gather(*(fetch_user(user_id) for user_id in ids))

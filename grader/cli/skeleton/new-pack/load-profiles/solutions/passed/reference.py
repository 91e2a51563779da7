import asyncio

from support import users


async def load_profiles(user_ids):
    return await asyncio.gather(*(users(user_id) for user_id in user_ids))

# fails: all profiles are fetched at the same time
# diagnosis: serial
from support import users


async def load_profiles(user_ids):
    return [await users(user_id) for user_id in user_ids]

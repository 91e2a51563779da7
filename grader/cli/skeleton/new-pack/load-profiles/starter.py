from support import users


async def load_profiles(user_ids):
    profiles = []
    for user_id in user_ids:
        profiles.append(await users(user_id))
    return profiles

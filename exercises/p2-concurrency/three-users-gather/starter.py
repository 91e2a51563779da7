async def fetch_users(fetch, ids):
    users = []
    for user_id in ids:
        users.append(await fetch(user_id))
    return users

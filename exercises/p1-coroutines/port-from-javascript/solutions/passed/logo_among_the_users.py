import asyncio


async def load_users(fetch_user, ids):
    logo = asyncio.sleep(0.3)
    _, *users = await asyncio.gather(logo, *map(fetch_user, ids))
    return users

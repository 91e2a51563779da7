import asyncio


async def load_users(fetch_user, ids):
    async with asyncio.TaskGroup() as group:
        users = [group.create_task(fetch_user(user_id)) for user_id in ids]
        await asyncio.sleep(0.3)
    return [user.result() for user in users]

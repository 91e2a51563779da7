# fails: *
# The pause is one of the awaitables, and its None one of the results.
import asyncio


async def load_users(fetch_user, ids):
    return await asyncio.gather(asyncio.sleep(0.3), *(fetch_user(user_id) for user_id in ids))

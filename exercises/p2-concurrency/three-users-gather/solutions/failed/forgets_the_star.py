# fails: *
# status: errored
# diagnosis: exception
# gather takes the coroutines as separate arguments, and not as one list.
import asyncio


async def fetch_users(fetch, ids):
    return await asyncio.gather([fetch(user_id) for user_id in ids])

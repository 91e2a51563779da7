# fails: ten users take as long as the slowest of them
# diagnosis: too_few_at_once
# fails: thirty users come in the order of the ids, whoever answers first
# Starts a few at once, waits for them, starts the next few.
import asyncio
from itertools import batched


async def fetch_users(fetch, ids):
    users = []
    for some in batched(ids, 5):
        users += await asyncio.gather(*(fetch(user_id) for user_id in some))
    return users

# Asks only once for somebody who wrote several messages.
import asyncio


async def fetch_users(fetch, ids):
    distinct = list(dict.fromkeys(ids))
    users = dict(zip(distinct, await asyncio.gather(*map(fetch, distinct))))
    return [users[user_id] for user_id in ids]

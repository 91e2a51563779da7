# fails: thirty users come in the order of the ids, whoever answers first
# diagnosis: wrong_order
# passes: no ids at all
# `wait` returns sets, and the order of a set means nothing.
import asyncio


async def fetch_users(fetch, ids):
    if not ids:
        return []
    done, _ = await asyncio.wait([asyncio.create_task(fetch(user_id)) for user_id in ids])
    return [task.result() for task in done]

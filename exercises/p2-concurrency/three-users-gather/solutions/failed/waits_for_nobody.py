# fails: no ids at all
# status: errored
# diagnosis: exception
# Right but for one thing: `wait` refuses an empty collection.
import asyncio


async def fetch_users(fetch, ids):
    tasks = [asyncio.create_task(fetch(user_id)) for user_id in ids]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]

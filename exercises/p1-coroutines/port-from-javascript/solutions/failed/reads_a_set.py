# fails: fifty users, in the order of the ids
# passes: nobody to load
# The finished tasks that `asyncio.wait` gives back are a set.
import asyncio


async def load_users(fetch_user, ids):
    tasks = [asyncio.create_task(fetch_user(user_id)) for user_id in ids]
    await asyncio.sleep(0.3)
    if not tasks:
        return []
    done, _ = await asyncio.wait(tasks)
    return [task.result() for task in done]

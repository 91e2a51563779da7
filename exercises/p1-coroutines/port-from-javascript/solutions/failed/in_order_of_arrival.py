# fails: users come in the order of the ids, whoever is there first; fifty users, in the order of the ids
# passes: three users come while the logo is shown; nobody to load; two pages at once
import asyncio


async def load_users(fetch_user, ids):
    tasks = [asyncio.create_task(fetch_user(user_id)) for user_id in ids]
    await asyncio.sleep(0.3)
    return [await user for user in asyncio.as_completed(tasks)]

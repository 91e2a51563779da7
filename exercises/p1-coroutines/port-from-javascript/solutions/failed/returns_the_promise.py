# fails: three users come while the logo is shown; nobody to load
# diagnosis: answer_not_awaited
# fails: all users are there early: the logo stays its 300 milliseconds; fifty users, in the order of the ids
# diagnosis: answer_not_awaited
# fails: all requests begin at once, before the logo is waited for; two pages at once
# fails: users come in the order of the ids, whoever is there first
# In JavaScript an async function that returns a promise gives its result; in Python it gives the promise.
import asyncio


async def load_users(fetch_user, ids):
    users = [asyncio.create_task(fetch_user(user_id)) for user_id in ids]
    await asyncio.sleep(0.3)
    return asyncio.gather(*users)

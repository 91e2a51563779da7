# fails: three users come while the logo is shown; fifty users, in the order of the ids
# diagnosis: wrong_time
# fails: all requests begin at once, before the logo is waited for; two pages at once
# fails: users come in the order of the ids, whoever is there first
# fails: all users are there early: the logo stays its 300 milliseconds
# The same words as in JavaScript, but calling `fetch_user` starts nothing.
import asyncio


async def load_users(fetch_user, ids):
    users = [fetch_user(user_id) for user_id in ids]
    await asyncio.sleep(0.3)
    return await asyncio.gather(*users)

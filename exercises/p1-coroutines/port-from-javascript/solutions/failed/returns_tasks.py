# fails: three users come while the logo is shown
# diagnosis: answer_not_awaited
# fails: all requests begin at once, before the logo is waited for; two pages at once
# fails: users come in the order of the ids, whoever is there first; fifty users, in the order of the ids
# fails: all users are there early: the logo stays its 300 milliseconds
import asyncio


async def load_users(fetch_user, ids):
    users = [asyncio.create_task(fetch_user(user_id)) for user_id in ids]
    await asyncio.sleep(0.3)
    return users

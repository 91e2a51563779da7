# fails: three users come while the logo is shown; nobody to load; two pages at once
# diagnosis: blocked_loop
# fails: all requests begin at once, before the logo is waited for; fifty users, in the order of the ids
# diagnosis: blocked_loop
# fails: users come in the order of the ids, whoever is there first
# diagnosis: blocked_loop
# fails: all users are there early: the logo stays its 300 milliseconds
# diagnosis: blocked_loop
# The tasks are scheduled, and the pause does not let them begin.
import asyncio
import time


async def load_users(fetch_user, ids):
    users = [asyncio.create_task(fetch_user(user_id)) for user_id in ids]
    time.sleep(0.3)
    return await asyncio.gather(*users)

# fails: three users are asked for at the same time; ten users take as long as the slowest of them
# diagnosis: never_awaited
# fails: thirty users come in the order of the ids, whoever answers first; who wrote twice is there twice
# diagnosis: never_awaited
# Only makes coroutines: nobody is ever asked.
async def fetch_users(fetch, ids):
    return [fetch(user_id) for user_id in ids]

# fails: stopping after 150
# diagnosis: wrong_count
async def all_users(fetch_page):
    users, offset = [], 0
    while page := await fetch_page(offset, 100):
        users += page
        offset += 100
    for user in users:
        yield user

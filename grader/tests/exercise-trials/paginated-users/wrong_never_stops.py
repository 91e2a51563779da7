# fails: 250 users; 200 users; nobody
async def all_users(fetch_page):
    offset = 0
    while True:
        for user in await fetch_page(offset, 100):
            yield user
        offset += 100

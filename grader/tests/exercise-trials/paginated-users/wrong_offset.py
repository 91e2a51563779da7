# fails: 250 users; 200 users; stopping after 150
# diagnosis: wrong_value
async def all_users(fetch_page):
    offset = 0
    while page := await fetch_page(offset, 100):
        for user in page:
            yield user
        offset += 1

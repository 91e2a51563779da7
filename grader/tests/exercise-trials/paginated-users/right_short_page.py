from itertools import count


async def all_users(fetch_page):
    for offset in count(0, 100):
        page = await fetch_page(offset, 100)
        for user in page:
            yield user
        if len(page) < 100:
            return

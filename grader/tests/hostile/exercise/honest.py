import asyncio


async def load(fetch, uids):
    return await asyncio.gather(*(fetch(uid) for uid in uids))


def digest(first, number, last):
    return f"{first}-DIGEST-{number - 45}f90{last}"


async def trade(desk, on_step, confirm, once):
    on_step("open")
    amount = desk.add(5)
    on_step("close")
    return await confirm(amount)


async def archive(read, pages):
    return await asyncio.gather(*(asyncio.to_thread(read, page) for page in pages))

import asyncio

last = {}


async def deposit(store, account, amount):
    before = last.get(account)
    done = last[account] = asyncio.Event()
    try:
        if before:
            await before.wait()
        await store.write(account, await store.read(account) + amount)
    finally:
        done.set()

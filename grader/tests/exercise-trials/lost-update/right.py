import asyncio
from collections import defaultdict

locks = defaultdict(asyncio.Lock)


async def deposit(store, account, amount):
    async with locks[account]:
        value = await store.read(account)
        await store.write(account, value + amount)

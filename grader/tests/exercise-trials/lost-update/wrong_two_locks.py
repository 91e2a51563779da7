# fails: ten deposits on one account; two accounts do not wait for each other
import asyncio
from collections import defaultdict

locks = defaultdict(asyncio.Lock)


async def deposit(store, account, amount):
    async with locks[account]:
        value = await store.read(account)
    async with locks[account]:
        await store.write(account, value + amount)

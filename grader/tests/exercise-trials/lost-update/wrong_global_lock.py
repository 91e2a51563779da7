# fails: two accounts do not wait for each other
# diagnosis: serial
import asyncio

lock = asyncio.Lock()


async def deposit(store, account, amount):
    async with lock:
        value = await store.read(account)
        await store.write(account, value + amount)

# fails: after a deposit that failed
# status: deadlocked
import asyncio
from collections import defaultdict

locks = defaultdict(asyncio.Lock)


async def deposit(store, account, amount):
    await locks[account].acquire()
    value = await store.read(account)
    await store.write(account, value + amount)
    locks[account].release()

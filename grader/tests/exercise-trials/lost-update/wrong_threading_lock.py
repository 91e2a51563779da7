# fails: ten deposits on one account; two accounts do not wait for each other
# status: deadlocked
# diagnosis: deadlock
import threading
from collections import defaultdict

locks = defaultdict(threading.Lock)


async def deposit(store, account, amount):
    with locks[account]:
        value = await store.read(account)
        await store.write(account, value + amount)

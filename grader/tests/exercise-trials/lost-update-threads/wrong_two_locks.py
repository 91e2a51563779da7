# fails: ten deposits in ten threads
from concurrent.futures import ThreadPoolExecutor
from threading import Lock


def deposit_all(store, amounts):
    lock = Lock()

    def deposit(amount):
        with lock:
            value = store.read()
        with lock:
            store.write(value + amount)

    with ThreadPoolExecutor(len(amounts)) as pool:
        list(pool.map(deposit, amounts))

# fails: ten deposits in ten threads
# diagnosis: wrong_value
from concurrent.futures import ThreadPoolExecutor


def deposit_all(store, amounts):
    def deposit(amount):
        value = store.read()
        store.write(value + amount)

    with ThreadPoolExecutor(len(amounts)) as pool:
        list(pool.map(deposit, amounts))

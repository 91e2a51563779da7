from concurrent.futures import ThreadPoolExecutor
from queue import Queue


def deposit_all(store, amounts):
    turns = Queue()
    turns.put("turn")

    def deposit(amount):
        turn = turns.get()
        store.write(store.read() + amount)
        turns.put(turn)

    with ThreadPoolExecutor(len(amounts)) as pool:
        list(pool.map(deposit, amounts))

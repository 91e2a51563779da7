# fails: ten deposits in ten threads
# status: deadlocked
# diagnosis: deadlock
from threading import Lock, Thread


def deposit_all(store, amounts):
    lock = Lock()

    def read():
        with lock:
            return store.read()

    def deposit(amount):
        with lock:
            store.write(read() + amount)

    threads = [Thread(target=deposit, args=(amount,)) for amount in amounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

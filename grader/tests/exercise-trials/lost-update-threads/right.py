from threading import Lock, Thread


def deposit_all(store, amounts):
    lock = Lock()

    def deposit(amount):
        with lock:
            store.write(store.read() + amount)

    threads = [Thread(target=deposit, args=(amount,)) for amount in amounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

# attack: lets two threads wake each other for ever at one instant, with conditions, queues and barriers
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
import queue
import threading


def pass_on(take, give):
    while True:
        give.put(take.get())


async def load(fetch, uids):
    one, other = queue.Queue(), queue.Queue()
    threads = [threading.Thread(target=pass_on, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    one.put(1)
    for thread in threads:
        thread.join()


def digest(first, number, last):
    barrier = threading.Barrier(3)

    def turn():
        while True:
            barrier.wait()

    for _ in range(2):
        threading.Thread(target=turn).start()
    turn()

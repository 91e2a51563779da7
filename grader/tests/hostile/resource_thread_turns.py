# attack: two threads that wake each other for ever, without any time passing
# expect: overall=failed scenario=killed:steps|killed:cpu|failed
import queue
import threading


async def load(fetch, uids):
    there, back = queue.Queue(), queue.Queue()

    def echo(take, put):
        while True:
            put.put(take.get())

    threading.Thread(target=echo, args=(there, back)).start()
    threading.Thread(target=echo, args=(back, there)).start()
    there.put("ball")
    return [await fetch(uid) for uid in uids]

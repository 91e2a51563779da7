"""Virtual threads that wait: for the loop, for locks, events and queues, and for each other."""

import asyncio
import concurrent.futures
import queue
import threading
import time

from support import Stopwatch, after, same


async def a_thread_waits_for_a_coroutine_of_the_loop():
    loop, watch = asyncio.get_running_loop(), Stopwatch()

    def body():
        time.sleep(1)
        return asyncio.run_coroutine_threadsafe(after(2, "from the loop"), loop).result()

    same((await asyncio.to_thread(body), watch.seconds), ("from the loop", 3.0))


async def waiting_for_an_event_of_threading_takes_its_timeout():
    watch = Stopwatch()
    same((threading.Event().wait(2), watch.seconds), (False, 2.0))
    same(await asyncio.to_thread(lambda: threading.Event().wait(1)), False)
    same(watch.seconds, 3.0)


async def a_queue_of_threads_gives_up_after_its_timeout():
    watch = Stopwatch()
    for waiting in (queue.Queue(), queue.SimpleQueue()):
        try:
            waiting.get(timeout=2)
        except queue.Empty:
            continue
        raise AssertionError("an empty queue gave an item")
    same(watch.seconds, 4.0)


async def a_lock_of_threading_makes_bodies_wait_for_each_other():
    lock, watch = threading.Lock(), Stopwatch()

    def body():
        with lock:
            time.sleep(1)

    await asyncio.gather(*(asyncio.to_thread(body) for _ in range(3)))
    same(watch.seconds, 3.0)


async def bodies_that_wait_for_the_loop_do_so_together():
    loop, watch = asyncio.get_running_loop(), Stopwatch()

    def body(number):
        return asyncio.run_coroutine_threadsafe(after(2, number), loop).result()

    same(await asyncio.gather(*[loop.run_in_executor(None, body, n) for n in range(3)]), [0, 1, 2])
    same(watch.seconds, 2.0)


async def more_bodies_than_workers_wait_for_the_loop():
    loop, watch = asyncio.get_running_loop(), Stopwatch()

    def body(number):
        return asyncio.run_coroutine_threadsafe(after(2, number), loop).result()

    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        same(await asyncio.gather(*[loop.run_in_executor(pool, body, n) for n in range(4)]), [0, 1, 2, 3])
    same(watch.seconds, 4.0)


async def a_thread_gives_up_waiting_for_the_loop():
    loop, watch, log = asyncio.get_running_loop(), Stopwatch(), []

    def body():
        try:
            asyncio.run_coroutine_threadsafe(after(5, "late"), loop).result(timeout=2)
        except TimeoutError:
            log.append("gave up")

    await asyncio.to_thread(body)
    same((watch.seconds, log), (2.0, ["gave up"]))


async def the_loop_wakes_threads_that_wait_for_an_event():
    loop, event, watch = asyncio.get_running_loop(), threading.Event(), Stopwatch()
    loop.call_later(3, event.set)
    same(await asyncio.gather(*(asyncio.to_thread(event.wait, limit) for limit in (1, 5, None))), [False, True, True])
    same(watch.seconds, 3.0)


async def a_coroutine_fills_the_queue_that_a_thread_empties():
    items, watch, seen = queue.Queue(), Stopwatch(), []

    def consumer():
        while (item := items.get()) is not None:
            seen.append(item)

    running = asyncio.get_running_loop().run_in_executor(None, consumer)
    for item in ("a", "b", None):
        await asyncio.sleep(1)
        items.put(item)
    await running
    same((seen, watch.seconds), (["a", "b"], 3.0))


async def a_thread_started_first_takes_what_is_put_later():
    items, seen = queue.Queue(), []
    thread = threading.Thread(target=lambda: seen.extend(iter(items.get, None)))
    thread.start()
    for item in (1, 2, None):
        items.put(item)
    thread.join()
    same(seen, [1, 2])


async def threads_started_by_hand_hand_over_to_each_other():
    ready, watch, log = threading.Event(), Stopwatch(), []
    consumer = threading.Thread(target=lambda: (ready.wait(), log.append("consumer")))
    producer = threading.Thread(target=lambda: (time.sleep(2), log.append("producer"), ready.set()))
    consumer.start()
    producer.start()
    consumer.join()
    producer.join()
    same((log, watch.seconds), (["producer", "consumer"], 2.0))


async def threads_meet_at_a_barrier():
    barrier, watch = threading.Barrier(3), Stopwatch()

    def body(seconds):
        time.sleep(seconds)
        barrier.wait()

    await asyncio.gather(*(asyncio.to_thread(body, seconds) for seconds in (1, 3, 2)))
    same(watch.seconds, 3.0)


async def a_full_queue_and_a_taken_semaphore_give_up_after_their_timeout():
    items, watch = queue.Queue(maxsize=1), Stopwatch()
    items.put("x")
    try:
        items.put("y", timeout=2)
    except queue.Full:
        watch.seconds
    semaphore, condition = threading.Semaphore(0), threading.Condition()
    same((semaphore.acquire(timeout=1), watch.seconds), (False, 3.0))
    with condition:
        same((condition.wait(timeout=1), watch.seconds), (False, 4.0))
    lock = threading.Lock()
    lock.acquire()
    same((lock.acquire(timeout=1), lock.acquire(blocking=False), watch.seconds), (False, False, 5.0))


async def a_lock_that_can_be_taken_again_by_its_thread():
    lock = threading.RLock()
    with lock, lock:
        same(await asyncio.to_thread(lock.acquire, True, 1), False)
    same(await asyncio.to_thread(lambda: lock.acquire() and lock.release()), None)


async def a_lock_that_a_thread_holds_stops_the_loop():
    lock, watch = threading.Lock(), Stopwatch()

    def body():
        with lock:
            time.sleep(2)

    running = asyncio.create_task(asyncio.to_thread(body))
    await asyncio.sleep(1)
    same(lock.locked(), True)
    with lock:
        same(watch.seconds, 2.0)
    await running


async def a_loop_of_a_thread_waits_on_its_own_clock():
    watch = Stopwatch()
    same(await asyncio.gather(*(asyncio.to_thread(asyncio.run, after(n, n)) for n in (2, 1))), [2, 1])
    same(watch.seconds, 2.0)

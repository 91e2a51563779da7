"""Virtual threads that stand still in the middle and go on: taking turns, handing over, waiting in line."""

import asyncio
import concurrent.futures
import queue
import threading
import time

from support import same


class Stopwatch:
    """As the one of the other cases, for threads, which have no loop."""

    def __init__(self):
        self._begin = time.monotonic()

    @property
    def seconds(self):
        return round(time.monotonic() - self._begin, 6)


def _sleep(seconds, value=None):
    time.sleep(seconds)
    return value


def _start(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    return threads


def _join(threads):
    for thread in threads:
        thread.join()


async def two_threads_take_turns_through_a_condition():
    condition, log, watch, turn = threading.Condition(), [], Stopwatch(), ["ping"]

    def player(name, other):
        for _ in range(5):
            with condition:
                condition.wait_for(lambda: turn[0] == name)
                time.sleep(1)
                log.append((name, watch.seconds))
                turn[0] = other
                condition.notify_all()

    _join(_start(lambda: player("ping", "pong"), lambda: player("pong", "ping")))
    same(log, [(("ping", "pong")[n % 2], n + 1.0) for n in range(10)])


async def two_threads_take_turns_through_events():
    there, back, log, watch = threading.Event(), threading.Event(), [], Stopwatch()

    def answer():
        for _ in range(3):
            there.wait()
            there.clear()
            time.sleep(2)
            back.set()

    threads = _start(answer)
    for _ in range(3):
        there.set()
        back.wait()
        back.clear()
        log.append(watch.seconds)
    _join(threads)
    same(log, [2.0, 4.0, 6.0])


async def items_of_a_queue_are_taken_when_they_are_put():
    items, log, watch = queue.Queue(), [], Stopwatch()

    def produce():
        for number in range(4):
            time.sleep(1.5)
            items.put(number)
        items.put(None)

    def consume():
        while (item := items.get()) is not None:
            log.append((item, watch.seconds))

    _join(_start(consume, produce))
    same(log, [(0, 1.5), (1, 3.0), (2, 4.5), (3, 6.0)])


async def a_full_queue_holds_the_producer_back():
    items, log, watch = queue.Queue(maxsize=2), [], Stopwatch()

    def produce():
        for number in range(5):
            items.put(number)
            log.append(watch.seconds)

    def consume():
        for _ in range(5):
            time.sleep(1)
            items.get()

    _join(_start(produce, consume))
    same(log, [0.0, 0.0, 1.0, 2.0, 3.0])


async def a_lock_goes_to_who_has_waited_longest():
    lock, order, watch = threading.Lock(), [], Stopwatch()

    def body(number):
        time.sleep(number / 10)
        with lock:
            order.append(number)
            time.sleep(2)

    _join(_start(*(lambda number=number: body(number) for number in (3, 1, 2, 0))))
    same((order, watch.seconds), ([0, 1, 2, 3], 8.0))


async def a_semaphore_lets_two_in_at_a_time():
    semaphore, inside, most, watch = threading.BoundedSemaphore(2), [0], [0], Stopwatch()

    def body():
        with semaphore:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            time.sleep(1)
            inside[0] -= 1

    _join(_start(*[body] * 5))
    same((most[0], watch.seconds), (2, 3.0))


async def a_race_across_a_wait_loses_updates_and_a_lock_keeps_them():
    lock, counts = threading.Lock(), {"bare": 0, "locked": 0}

    def bare():
        seen = counts["bare"]
        time.sleep(1)
        counts["bare"] = seen + 1

    def locked():
        with lock:
            seen = counts["locked"]
            time.sleep(1)
            counts["locked"] = seen + 1

    _join(_start(bare, bare, bare, locked, locked, locked))
    same(counts, {"bare": 1, "locked": 3})


async def queue_join_waits_until_all_is_done():
    items, watch = queue.Queue(), Stopwatch()

    def work():
        while True:
            item = items.get()
            time.sleep(item)
            items.task_done()

    for seconds in (1, 2, 3):
        items.put(seconds)
    threading.Thread(target=work, daemon=True).start()
    items.join()
    same(watch.seconds, 6.0)


async def queues_of_other_orders():
    first, last = queue.PriorityQueue(), queue.LifoQueue()
    for number in (2, 3, 1):
        first.put(number)
        last.put(number)
    same(await asyncio.to_thread(lambda: [first.get() for _ in range(3)]), [1, 2, 3])
    same(await asyncio.to_thread(lambda: [last.get() for _ in range(3)]), [1, 3, 2])


async def a_timer_fires_unless_it_is_cancelled():
    log, watch = [], Stopwatch()
    fires = threading.Timer(2, lambda: log.append(watch.seconds))
    cancelled = threading.Timer(1, lambda: log.append("no"))
    fires.start()
    cancelled.start()
    cancelled.cancel()
    fires.join()
    same(log, [2.0])


async def a_barrier_that_is_not_reached_in_time_is_broken():
    barrier, log, watch = threading.Barrier(3), [], Stopwatch()

    def body(timeout):
        try:
            barrier.wait(timeout)
        except threading.BrokenBarrierError:
            log.append(watch.seconds)

    _join(_start(lambda: body(2), lambda: body(None)))
    same((log, barrier.broken), ([2.0, 2.0], True))


async def threads_know_themselves_and_each_other():
    seen = []

    def body():
        seen.append((threading.current_thread().name, threading.current_thread().daemon))
        time.sleep(1)

    thread = threading.Thread(target=body, name="mine", daemon=True)
    before = threading.active_count()
    thread.start()
    same((threading.active_count() - before, thread in threading.enumerate(), thread.ident != threading.get_ident()),
         (1, True, True))
    thread.join()
    same((seen, thread in threading.enumerate(), thread.is_alive()), ([("mine", True)], False, False))


async def a_thread_cannot_join_itself():
    errors = []

    def body():
        try:
            threading.current_thread().join()
        except RuntimeError as error:
            errors.append(str(error))

    _join(_start(body))
    same(errors, ["cannot join current thread"])


async def the_excepthook_is_told_of_what_a_thread_raises():
    told, before = [], threading.excepthook
    threading.excepthook = lambda args: told.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
    try:
        thread = threading.Thread(target=lambda: {}["missing"], name="broken")
        thread.start()
        thread.join()
    finally:
        threading.excepthook = before
    same(told, [("KeyError", "'missing'", "broken")])


async def each_thread_has_an_exception_of_its_own_at_work():
    import sys

    seen = []

    def body(seconds):
        try:
            raise KeyError(seconds)
        except KeyError:
            time.sleep(seconds)
            seen.append(sys.exception().args[0])

    _join(_start(lambda: body(2), lambda: body(1)))
    same((seen, sys.exception()), ([1, 2], None))


async def generators_and_context_managers_of_many_threads_do_not_mix():
    from contextlib import contextmanager

    log = []

    @contextmanager
    def step(name, seconds):
        time.sleep(seconds)
        try:
            yield name
        finally:
            time.sleep(seconds)
            log.append(name)

    def body(name, seconds):
        try:
            with step(name, seconds):
                raise ValueError(name)
        except ValueError as error:
            log.append(str(error).upper())

    _join(_start(lambda: body("slow", 2), lambda: body("quick", 1)))
    same(log, ["quick", "QUICK", "slow", "SLOW"])


async def queued_futures_can_be_cancelled():
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        first, second, third = (pool.submit(_sleep, 1, n) for n in range(3))
        same((first.cancel(), second.cancel(), second.cancelled()), (False, True, True))
        same((first.result(), third.result()), (0, 2))


async def a_pool_can_be_shut_down_without_what_is_queued():
    watch = Stopwatch()
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=1)
    futures = [pool.submit(_sleep, 2) for _ in range(3)]
    pool.shutdown(cancel_futures=True)
    same(([future.cancelled() for future in futures], watch.seconds), ([False, True, True], 2.0))


async def map_gives_up_after_its_timeout():
    watch = Stopwatch()
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=2)
    got = []
    try:
        for value in pool.map(_sleep, (1, 5), ("a", "b"), timeout=3):
            got.append(value)
    except TimeoutError:
        got.append(watch.seconds)
    pool.shutdown()
    same((got, watch.seconds), (["a", 3.0], 5.0))


async def as_completed_gives_up_after_its_timeout():
    watch, got = Stopwatch(), []
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(_sleep, seconds, seconds) for seconds in (1, 5)]
        try:
            for future in concurrent.futures.as_completed(futures, timeout=2):
                got.append(future.result())
        except TimeoutError:
            got.append(watch.seconds)
    same(got, [1, 2.0])


async def wait_ends_with_the_first_exception():
    watch = Stopwatch()

    def broken():
        time.sleep(1)
        raise KeyError("broken")

    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(_sleep, 3), pool.submit(broken)]
        done, pending = concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_EXCEPTION)
        same((len(done), len(pending), watch.seconds), (1, 1, 1.0))


async def a_body_may_use_another_pool():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(1) as inner, concurrent.futures.ThreadPoolExecutor(2) as outer:
        results = outer.map(lambda n: inner.submit(_sleep, 1, n).result() * 10, range(3))
        same((list(results), watch.seconds), ([0, 10, 20], 3.0))


async def the_default_executor_can_be_chosen():
    loop, watch = asyncio.get_running_loop(), Stopwatch()
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(max_workers=4))
    await asyncio.gather(*(asyncio.to_thread(_sleep, 1) for _ in range(8)))
    same(watch.seconds, 2.0)


async def loops_of_threads_are_told_things_by_other_threads():
    watch, log, loops = Stopwatch(), [], queue.Queue()

    async def listen():
        told = asyncio.get_running_loop().create_future()
        loops.put((asyncio.get_running_loop(), told))
        log.append((await told, watch.seconds))

    thread = threading.Thread(target=lambda: asyncio.run(listen()))
    thread.start()
    loop, told = loops.get()
    time.sleep(2)
    loop.call_soon_threadsafe(told.set_result, "hello")
    thread.join()
    same(log, [("hello", 2.0)])


async def shutting_down_the_default_executor_waits_for_its_threads():
    watch = Stopwatch()

    async def main():
        asyncio.get_running_loop().run_in_executor(None, _sleep, 2)

    await asyncio.to_thread(lambda: asyncio.run(main()))
    same(watch.seconds, 2.0)

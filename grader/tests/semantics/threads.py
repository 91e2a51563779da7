"""Virtual threads: to_thread, run_in_executor, ThreadPoolExecutor, concurrent.futures, threading."""

import asyncio
import concurrent.futures
import contextvars
import threading
import time

from support import Stopwatch, after, same

variable = contextvars.ContextVar("variable", default="none")


def _sleep(seconds, value=None):
    time.sleep(seconds)
    return value


async def to_thread_does_not_stop_the_loop():
    log, watch = [], Stopwatch()
    asyncio.get_running_loop().call_later(1, lambda: log.append(watch.seconds))
    same((await asyncio.to_thread(_sleep, 2, "x"), watch.seconds, log), ("x", 2.0, [1.0]))


async def bodies_in_threads_overlap():
    watch = Stopwatch()
    same(await asyncio.gather(*(asyncio.to_thread(_sleep, n, n) for n in (3, 1, 2))), [3, 1, 2])
    same(watch.seconds, 3.0)


async def a_pool_queues_what_exceeds_its_workers():
    loop, watch = asyncio.get_running_loop(), Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=6) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, _sleep, 1) for _ in range(12)))
    same(watch.seconds, 2.0)


async def a_worker_takes_the_next_body_as_soon_as_it_is_free():
    loop, watch = asyncio.get_running_loop(), Stopwatch()
    ends = {}

    async def run(name, seconds):
        await loop.run_in_executor(pool, _sleep, seconds)
        ends[name] = watch.seconds

    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        await asyncio.gather(run("a", 3), run("b", 1), run("c", 1), run("d", 2))
    same(ends, {"b": 1.0, "c": 2.0, "a": 3.0, "d": 4.0})


async def exceptions_come_out_of_threads():
    def broken():
        raise KeyError("thread")

    try:
        await asyncio.to_thread(broken)
    except KeyError as error:
        same(error.args, ("thread",))
        return
    raise AssertionError("no KeyError")


async def to_thread_carries_context_variables_in_but_not_out():
    variable.set("outer")

    def body():
        seen = variable.get()
        variable.set("inner")
        return seen

    same((await asyncio.to_thread(body), variable.get()), ("outer", "outer"))


async def threads_have_names_and_identities_of_their_own():
    main = threading.get_ident()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        loop = asyncio.get_running_loop()
        names = await asyncio.gather(
            *(loop.run_in_executor(pool, lambda: (time.sleep(1), threading.current_thread().name)[1]) for _ in range(3))
        )
        same(names[:2], ["pool_0", "pool_1"])
        same(names[2] in ("pool_0", "pool_1"), True)
        same(await loop.run_in_executor(pool, lambda: threading.get_ident() == main), False)
    same(threading.current_thread() is threading.main_thread(), True)
    same(await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()), False)


async def the_default_executor_names_its_threads():
    same(await asyncio.to_thread(lambda: threading.current_thread().name.startswith("asyncio_")), True)


async def submit_gives_a_future_that_waits():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        first, second = pool.submit(_sleep, 1, "a"), pool.submit(_sleep, 2, "b")
        same((first.done(), second.done()), (False, False))
        same((first.result(), watch.seconds, first.done(), second.done()), ("a", 1.0, True, False))
    same((second.result(), watch.seconds), ("b", 2.0))


async def leaving_the_with_block_of_a_pool_waits_for_its_bodies():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
        for _ in range(3):
            pool.submit(_sleep, 2)
    same(watch.seconds, 2.0)
    try:
        pool.submit(_sleep, 1)
    except RuntimeError as error:
        same(str(error), "cannot schedule new futures after shutdown")
        return
    raise AssertionError("no RuntimeError")


async def map_answers_in_order():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
        same(list(pool.map(lambda n: _sleep(n, n), [3, 1, 2])), [3, 1, 2])
    same(watch.seconds, 3.0)


async def concurrent_as_completed_yields_in_order_of_completion():
    with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
        futures = [pool.submit(_sleep, n, n) for n in (3, 1, 2)]
        same([future.result() for future in concurrent.futures.as_completed(futures)], [1, 2, 3])


async def concurrent_wait_knows_first_completed():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
        futures = [pool.submit(_sleep, n, n) for n in (3, 1, 2)]
        done, pending = concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_COMPLETED)
        same(([f.result() for f in done], len(pending), watch.seconds), ([1], 2, 1.0))
        done, pending = concurrent.futures.wait(futures)
        same((len(done), len(pending), watch.seconds), (3, 0, 3.0))


async def concurrent_wait_gives_up_after_its_timeout():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
        futures = [pool.submit(_sleep, n, n) for n in (1, 5)]
        done, pending = concurrent.futures.wait(futures, timeout=2)
        same((len(done), len(pending), watch.seconds), (1, 1, 2.0))


async def result_gives_up_after_its_timeout():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        future = pool.submit(_sleep, 5, "x")
        try:
            future.result(timeout=2)
        except TimeoutError:
            same(watch.seconds, 2.0)
        same((future.result(), watch.seconds), ("x", 5.0))


async def exceptions_are_kept_in_concurrent_futures():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        future = pool.submit(lambda: 1 / 0)
        same(type(future.exception()), ZeroDivisionError)


async def wrap_future_makes_it_awaitable():
    watch = Stopwatch()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        same((await asyncio.wrap_future(pool.submit(_sleep, 2, "x")), watch.seconds), ("x", 2.0))


async def done_callbacks_of_concurrent_futures_come_at_the_end():
    log, watch = [], Stopwatch()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        pool.submit(_sleep, 2, "x").add_done_callback(lambda future: log.append(future.result()))
        await asyncio.sleep(1)
        same(log, [])
        await asyncio.sleep(2)
        same((log, watch.seconds), (["x"], 3.0))


async def cancelling_the_await_of_a_thread_does_not_stop_its_body():
    log, watch = [], Stopwatch()

    def body():
        time.sleep(3)
        log.append("done")

    try:
        await asyncio.wait_for(asyncio.to_thread(body), 1)
    except TimeoutError:
        log.append(watch.seconds) if not log else log.insert(0, watch.seconds)
    await asyncio.sleep(5)
    same(log, [1.0, "done"])


async def a_thread_started_by_hand_is_joined():
    log, watch = [], Stopwatch()
    thread = threading.Thread(target=lambda: (time.sleep(2), log.append(threading.current_thread().name)), name="mine")
    thread.start()
    same((thread.is_alive(), watch.seconds), (True, 0.0))
    thread.join(timeout=1)
    same((thread.is_alive(), watch.seconds), (True, 1.0))
    thread.join()
    same((thread.is_alive(), watch.seconds, log), (False, 2.0, ["mine"]))


async def threads_started_by_hand_overlap():
    watch = Stopwatch()
    threads = [threading.Thread(target=_sleep, args=(n,)) for n in (1, 3, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    same(watch.seconds, 3.0)


async def a_thread_cannot_be_started_twice():
    thread = threading.Thread(target=_sleep, args=(1,))
    thread.start()
    try:
        thread.start()
    except RuntimeError as error:
        same(str(error), "threads can only be started once")
        return
    finally:
        thread.join()
    raise AssertionError("no RuntimeError")


async def thread_locals_belong_to_their_thread():
    local = threading.local()
    local.value = "main"
    same(await asyncio.to_thread(lambda: getattr(local, "value", None)), None)
    same(local.value, "main")


async def a_thread_tells_the_loop_through_call_soon_threadsafe():
    loop, future, watch = asyncio.get_running_loop(), asyncio.get_running_loop().create_future(), Stopwatch()

    def body():
        time.sleep(2)
        loop.call_soon_threadsafe(future.set_result, "told")
        time.sleep(3)

    running = loop.run_in_executor(None, body)
    same((await future, watch.seconds), ("told", 2.0))
    await running
    same(watch.seconds, 5.0)


async def the_initializer_runs_in_each_worker():
    log = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=2, initializer=log.append, initargs=("ready",)) as pool:
        list(pool.map(lambda _: time.sleep(1), range(4)))
    same(log, ["ready", "ready"])


async def locks_of_threading_work_between_bodies():
    lock, counter = threading.Lock(), {"value": 0}

    def body():
        with lock:
            seen = counter["value"]
            counter["value"] = seen + 1

    await asyncio.gather(*(asyncio.to_thread(body) for _ in range(5)))
    same(counter["value"], 5)


async def run_in_executor_does_not_carry_context_variables():
    variable.set("outer")

    def body():
        seen = variable.get()
        variable.set("inner")
        return seen

    same((await asyncio.get_running_loop().run_in_executor(None, body), variable.get()), ("none", "outer"))


async def queued_bodies_are_not_running_yet():
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        first, second = pool.submit(_sleep, 1), pool.submit(_sleep, 1)
        await asyncio.sleep(0.5)  # between the ends of the bodies: which of two threads is first at one instant is nobody's choice
        same((first.running(), second.running()), (True, False))
        await asyncio.sleep(1)
        same((first.done(), second.running()), (True, True))


async def what_one_body_puts_into_a_queue_another_takes():
    import queue

    items = queue.Queue()
    await asyncio.to_thread(lambda: [items.put(number) for number in range(3)])
    same(await asyncio.to_thread(lambda: [items.get() for _ in range(3)]), [0, 1, 2])

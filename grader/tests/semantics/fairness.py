"""Locks, events, conditions, semaphores, barriers and queues: who goes first, and what a cancellation leaves behind."""

import asyncio

from support import Stopwatch, same, show


async def _hold(lock, name, seconds, log):
    async with lock:
        log.append(name)
        await asyncio.sleep(seconds)


async def a_lock_released_and_asked_for_at_once_goes_to_who_waited():
    lock, log = asyncio.Lock(), []

    async def greedy():
        for _ in range(2):
            async with lock:
                log.append("greedy")
                await asyncio.sleep(1)

    await asyncio.gather(greedy(), _hold(lock, "patient", 1, log))
    same(log, ["greedy", "patient", "greedy"])


async def an_exception_inside_a_lock_releases_it():
    lock = asyncio.Lock()
    try:
        async with lock:
            raise ValueError
    except ValueError:
        same(lock.locked(), False)


async def a_lock_is_not_taken_twice_by_one_task():
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        same(lock.locked(), True)


async def the_next_waiter_gets_the_lock_when_the_first_is_cancelled_at_its_turn():
    lock, log = asyncio.Lock(), []
    await lock.acquire()
    first, second = (asyncio.create_task(_hold(lock, name, 0, log)) for name in ("first", "second"))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    await asyncio.wait([first, second])
    same((log, first.cancelled(), lock.locked()), (["second"], True, False))


async def an_event_that_is_set_and_cleared_at_once_wakes_those_who_waited():
    event, log = asyncio.Event(), []

    async def waits():
        await event.wait()
        log.append(event.is_set())

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await task
    same(log, [False])


async def waiters_of_an_event_wake_in_the_order_they_came():
    event, log = asyncio.Event(), []

    async def waits(name):
        log.append((name, await event.wait()))

    tasks = [asyncio.create_task(waits(name)) for name in "cab"]
    await asyncio.sleep(1)
    event.set()
    await asyncio.gather(*tasks)
    same(log, [("c", True), ("a", True), ("b", True)])


async def notify_wakes_in_the_order_of_waiting():
    condition, log = asyncio.Condition(), []

    async def waits(name):
        async with condition:
            await condition.wait()
            log.append(name)

    tasks = [asyncio.create_task(waits(name)) for name in "abcd"]
    await asyncio.sleep(0)
    for count in (1, 2, 5):
        async with condition:
            condition.notify(count)
        await asyncio.sleep(1)
        log.append("|")
    await asyncio.gather(*tasks)
    same("".join(log), "a|bc|d|")


async def notify_needs_the_lock():
    condition = asyncio.Condition()
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            show(str(error))
    try:
        await condition.wait()
    except RuntimeError as error:
        show(str(error))


async def wait_for_of_a_condition_gives_the_value_of_the_predicate():
    condition, items = asyncio.Condition(), []

    async def waits():
        async with condition:
            return await condition.wait_for(lambda: items and items[-1])

    task = asyncio.create_task(waits())
    for item in (0, "", "x"):
        await asyncio.sleep(1)
        async with condition:
            items.append(item)
            condition.notify_all()
    same(await task, "x")


async def two_conditions_share_one_lock():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)
    async with full:
        same((empty.locked(), full.locked()), (True, True))


async def a_semaphore_serves_waiters_before_late_comers():
    semaphore, log = asyncio.Semaphore(1), []
    await semaphore.acquire()
    task = asyncio.create_task(_hold(semaphore, "waiter", 1, log))
    await asyncio.sleep(0)
    semaphore.release()
    late = asyncio.create_task(_hold(semaphore, "late", 1, log))
    await asyncio.gather(task, late)
    same(log, ["waiter", "late"])


async def a_semaphore_of_zero_waits_for_a_release():
    semaphore, watch = asyncio.Semaphore(0), Stopwatch()
    asyncio.get_running_loop().call_later(2, semaphore.release)
    await semaphore.acquire()
    same((watch.seconds, semaphore.locked()), (2.0, True))


async def a_semaphore_may_grow_and_refuses_a_negative_start():
    semaphore = asyncio.Semaphore(1)
    semaphore.release()
    for _ in range(2):
        await semaphore.acquire()
    same(semaphore.locked(), True)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        show(str(error))


async def the_place_of_a_waiter_cancelled_at_its_turn_goes_to_the_next():
    semaphore, log = asyncio.Semaphore(1), []
    await semaphore.acquire()
    first, second = (asyncio.create_task(_hold(semaphore, name, 0, log)) for name in ("first", "second"))
    await asyncio.sleep(0)
    semaphore.release()
    first.cancel()
    await asyncio.wait([first, second])
    same((log, semaphore.locked()), (["second"], False))


async def a_barrier_can_be_used_again_and_numbers_its_tasks():
    barrier, log = asyncio.Barrier(2), []

    async def meets(name):
        for _ in range(2):
            log.append((name, await barrier.wait()))

    await asyncio.gather(meets("a"), meets("b"))
    same(sorted(log), [("a", 0), ("a", 0), ("b", 1), ("b", 1)])
    same((barrier.parties, barrier.n_waiting, barrier.broken), (2, 0, False))


async def a_waiter_cancelled_at_a_barrier_leaves_its_place_open():
    barrier = asyncio.Barrier(2)
    gone = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    same(barrier.n_waiting, 1)
    gone.cancel()
    await asyncio.wait([gone])
    same((barrier.n_waiting, barrier.broken), (0, False))


async def a_reset_barrier_breaks_for_those_inside_and_works_again():
    barrier, log = asyncio.Barrier(2), []

    async def meets():
        try:
            await barrier.wait()
            log.append("through")
        except asyncio.BrokenBarrierError:
            log.append("broken")

    task = asyncio.create_task(meets())
    await asyncio.sleep(0)
    await barrier.reset()
    await task
    await asyncio.gather(meets(), meets())
    same(log, ["broken", "through", "through"])


async def getters_are_served_in_the_order_they_asked():
    queue, log = asyncio.Queue(), []

    async def gets(name):
        log.append((name, await queue.get()))

    tasks = [asyncio.create_task(gets(name)) for name in "ab"]
    await asyncio.sleep(0)
    for item in (1, 2):
        queue.put_nowait(item)
    await asyncio.gather(*tasks)
    same(log, [("a", 1), ("b", 2)])


async def putters_are_let_in_in_the_order_they_asked():
    queue = asyncio.Queue(maxsize=1)
    putters = [asyncio.create_task(queue.put(item)) for item in "abc"]
    await asyncio.sleep(0)
    same((queue.qsize(), queue.full()), (1, True))
    same([await queue.get() for _ in range(3)], ["a", "b", "c"])
    await asyncio.gather(*putters)


async def a_consumer_that_is_slow_holds_the_producer_back():
    queue, watch, log = asyncio.Queue(maxsize=2), Stopwatch(), []

    async def produces():
        for number in range(5):
            await queue.put(number)
            log.append(watch.seconds)

    async def consumes():
        for _ in range(5):
            await asyncio.sleep(1)
            await queue.get()

    await asyncio.gather(produces(), consumes())
    same(log, [0.0, 0.0, 1.0, 2.0, 3.0])


async def an_item_given_to_a_getter_that_is_cancelled_stays_in_the_queue():
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("x")
    getter.cancel()
    await asyncio.wait([getter])
    same((queue.qsize(), await queue.get()), (1, "x"))


async def join_of_an_empty_queue_needs_no_wait_and_task_done_is_counted():
    queue = asyncio.Queue()
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        show(str(error))


async def join_waits_again_when_items_are_added_meanwhile():
    queue, watch = asyncio.Queue(), Stopwatch()
    queue.put_nowait(1)

    async def works():
        await asyncio.sleep(1)
        queue.put_nowait(2)
        queue.task_done()
        await asyncio.sleep(1)
        queue.task_done()

    task = asyncio.create_task(works())
    await queue.join()
    same(watch.seconds, 2.0)
    await task


async def a_priority_queue_compares_the_items():
    queue = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (1, "a")):
        queue.put_nowait(item)
    same([queue.get_nowait() for _ in range(3)], [(1, "a"), (1, "z"), (2, "b")])
    queue.put_nowait(1)
    try:
        queue.put_nowait("x")
    except TypeError as error:
        show(str(error))


async def a_shut_down_queue_is_emptied_first():
    queue = asyncio.Queue()
    queue.put_nowait("x")
    queue.shutdown()
    same(await queue.get(), "x")
    for call in (queue.get_nowait, lambda: queue.put_nowait("y")):
        try:
            call()
        except asyncio.QueueShutDown as error:
            show(type(error).__name__, error.args)


async def an_immediate_shutdown_drops_the_items_and_frees_join():
    queue = asyncio.Queue()
    queue.put_nowait("x")
    joining = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await joining
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        same(queue.qsize(), 0)


async def a_pool_of_workers_shares_the_items_evenly():
    queue, watch, log = asyncio.Queue(), Stopwatch(), []
    for number in range(6):
        queue.put_nowait(number)

    async def works(name):
        while not queue.empty():
            number = await queue.get()
            await asyncio.sleep(1)
            log.append((name, number))

    await asyncio.gather(works("a"), works("b"))
    same((log, watch.seconds), ([("a", 0), ("b", 1), ("a", 2), ("b", 3), ("a", 4), ("b", 5)], 3.0))


async def things_bound_to_one_loop_are_refused_in_another():
    lock = asyncio.Lock()
    await lock.acquire()
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)

    def elsewhere():
        try:
            asyncio.run(lock.acquire())
        except RuntimeError as error:
            return str(error).endswith("is bound to a different event loop")

    same(await asyncio.to_thread(elsewhere), True)
    waiting.cancel()



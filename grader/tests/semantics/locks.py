"""Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier: order and fairness."""

import asyncio

from support import Stopwatch, after, same, until_cancelled


async def a_lock_is_given_in_order_of_asking():
    lock, log = asyncio.Lock(), []

    async def worker(name):
        async with lock:
            log.append(name)
            await asyncio.sleep(1)

    watch = Stopwatch()
    await asyncio.gather(*(worker(name) for name in "abcd"))
    same(("".join(log), watch.seconds, lock.locked()), ("abcd", 4.0, False))


async def a_lock_that_is_free_is_not_taken_from_under_those_who_wait():
    lock, log = asyncio.Lock(), []

    async def waiter():
        async with lock:
            log.append("waiter")

    async def greedy():
        async with lock:
            await asyncio.sleep(1)
        async with lock:
            log.append("greedy")

    first = asyncio.create_task(greedy())
    await asyncio.sleep(0)
    await asyncio.gather(first, waiter())
    same(log, ["waiter", "greedy"])


async def a_cancelled_waiter_of_a_lock_is_skipped():
    lock, log = asyncio.Lock(), []

    async def worker(name):
        async with lock:
            log.append(name)

    await lock.acquire()
    tasks = [asyncio.create_task(worker(name)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    same(log, ["b", "c"])


async def releasing_a_free_lock_is_an_error():
    try:
        asyncio.Lock().release()
    except RuntimeError as error:
        same(str(error), "Lock is not acquired.")
        return
    raise AssertionError("no RuntimeError")


async def a_semaphore_lets_as_many_in_as_it_says_first_come_first_served():
    gate, inside, most, log = asyncio.Semaphore(2), 0, 0, []

    async def worker(name):
        nonlocal inside, most
        async with gate:
            inside += 1
            most = max(most, inside)
            log.append(name)
            await asyncio.sleep(1)
            inside -= 1

    watch = Stopwatch()
    await asyncio.gather(*(worker(name) for name in "abcde"))
    same(("".join(log), most, watch.seconds), ("abcde", 2, 3.0))


async def a_cancelled_waiter_of_a_semaphore_loses_no_place():
    gate, log = asyncio.Semaphore(1), []

    async def worker(name):
        async with gate:
            log.append(name)
            await asyncio.sleep(1)

    tasks = [asyncio.create_task(worker(name)) for name in "abc"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    same((log, gate.locked()), (["a", "c"], False))


async def a_bounded_semaphore_refuses_a_release_too_many():
    gate = asyncio.BoundedSemaphore(1)
    async with gate:
        pass
    try:
        gate.release()
    except ValueError:
        asyncio.Semaphore(1).release()
        return
    raise AssertionError("no ValueError")


async def an_event_wakes_all_and_stays_set():
    event, log = asyncio.Event(), []

    async def waiter(name):
        await event.wait()
        log.append(name)

    tasks = [asyncio.create_task(waiter(name)) for name in "abc"]
    await asyncio.sleep(1)
    same(log, [])
    event.set()
    await asyncio.gather(*tasks)
    await waiter("late")
    event.clear()
    same((log, event.is_set()), (["a", "b", "c", "late"], False))


async def a_condition_wakes_as_many_as_it_is_told():
    condition, log = asyncio.Condition(), []

    async def waiter(name):
        async with condition:
            await condition.wait()
            log.append(name)

    tasks = [asyncio.create_task(waiter(name)) for name in "abcd"]
    await asyncio.sleep(1)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(1)
    same(log, ["a", "b"])
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    same(log, ["a", "b", "c", "d"])


async def a_condition_waits_for_a_predicate():
    condition, items, log = asyncio.Condition(), [], []

    async def consumer():
        async with condition:
            await condition.wait_for(lambda: len(items) >= 2)
            log.append(list(items))

    task = asyncio.create_task(consumer())
    for item in "xy":
        await asyncio.sleep(1)
        async with condition:
            items.append(item)
            condition.notify_all()
    await task
    same(log, [["x", "y"]])


async def a_cancelled_waiter_of_a_condition_holds_the_lock_again():
    condition, log = asyncio.Condition(), []

    async def waiter():
        async with condition:
            try:
                await condition.wait()
            except asyncio.CancelledError:
                log.append(condition.locked())
                raise

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    same((log, condition.locked()), ([True], False))


async def a_barrier_lets_all_through_together():
    barrier, log = asyncio.Barrier(3), []

    async def worker(seconds):
        await asyncio.sleep(seconds)
        async with barrier as position:
            log.append((position, watch.seconds))

    watch = Stopwatch()
    await asyncio.gather(worker(1), worker(2), worker(3))
    same(sorted(log), [(0, 3.0), (1, 3.0), (2, 3.0)])
    same((barrier.n_waiting, barrier.broken), (0, False))


async def an_aborted_barrier_breaks_for_all():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(1)
    await barrier.abort()
    results = await asyncio.gather(task, return_exceptions=True)
    same((type(results[0]), barrier.broken), (asyncio.BrokenBarrierError, True))
    await barrier.reset()
    same(barrier.broken, False)


async def nothing_that_waits_in_a_deadlock_disturbs_others():
    log = []
    stuck = asyncio.create_task(until_cancelled(log))
    same(await after(1, "fine"), "fine")
    stuck.cancel()
    await asyncio.wait([stuck])

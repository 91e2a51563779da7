"""The order in which things run: ready queue, timers, start of tasks, wake-ups."""

import asyncio

from support import Stopwatch, same, show


async def _steps(name, count, log):
    for step in range(count):
        log.append(f"{name}{step}")
        await asyncio.sleep(0)


async def tasks_start_in_the_order_they_were_made():
    log = []
    tasks = [asyncio.create_task(_steps(name, 1, log)) for name in "abcde"]
    same(log, [])
    await asyncio.gather(*tasks)
    same(log, ["a0", "b0", "c0", "d0", "e0"])


async def tasks_of_unequal_length_take_turns():
    log = []
    await asyncio.gather(_steps("a", 3, log), _steps("b", 1, log), _steps("c", 2, log))
    same(log, ["a0", "b0", "c0", "a1", "c1", "a2"])


async def a_task_made_inside_a_task_comes_after_those_that_are_ready():
    log = []

    async def parent():
        log.append("parent")
        child = asyncio.create_task(_steps("child", 1, log))
        await asyncio.sleep(0)
        log.append("parent again")
        await child

    await asyncio.gather(parent(), _steps("other", 2, log))
    same(log, ["parent", "other0", "child0", "parent again", "other1"])


async def awaiting_a_coroutine_directly_gives_up_no_turn():
    log = []

    async def inner():
        log.append("inner")

    async def outer():
        log.append("before")
        await inner()
        log.append("after")

    await asyncio.gather(outer(), _steps("other", 1, log))
    same(log, ["before", "inner", "after", "other0"])


async def who_awaits_a_task_goes_on_in_the_turn_after_its_end():
    log = []

    async def inner():
        log.append("inner")

    async def outer():
        await asyncio.create_task(inner())
        log.append("outer")

    await asyncio.gather(outer(), _steps("x", 4, log))
    same(log, ["x0", "inner", "x1", "outer", "x2", "x3"])


async def awaiting_a_finished_task_gives_up_no_turn():
    log = []
    done = asyncio.create_task(_steps("done", 1, log))
    await done

    async def awaits():
        await done
        log.append("at once")

    await asyncio.gather(awaits(), _steps("x", 1, log))
    same(log, ["done0", "at once", "x0"])


async def awaiting_a_finished_future_gives_up_no_turn():
    log, future = [], asyncio.get_running_loop().create_future()
    future.set_result("r")

    async def awaits():
        log.append(await future)

    await asyncio.gather(awaits(), _steps("x", 1, log))
    same(log, ["r", "x0"])


async def those_who_await_one_future_wake_in_the_order_they_came():
    log, future = [], asyncio.get_running_loop().create_future()

    async def awaits(name):
        await future
        log.append(name)

    tasks = [asyncio.create_task(awaits(name)) for name in "abc"]
    await asyncio.sleep(0)
    future.set_result(None)
    same(log, [])
    await asyncio.gather(*tasks)
    same(log, ["a", "b", "c"])


async def call_soon_and_tasks_share_one_queue():
    loop, log = asyncio.get_running_loop(), []
    loop.call_soon(log.append, 1)
    task = asyncio.create_task(_steps("task", 1, log))
    loop.call_soon(log.append, 2)
    await task
    same(log, [1, "task0", 2])


async def a_callback_of_a_future_comes_after_what_is_ready():
    loop, log = asyncio.get_running_loop(), []
    future = loop.create_future()
    future.add_done_callback(lambda _: log.append("callback"))
    loop.call_soon(log.append, "ready")
    future.set_result(None)
    loop.call_soon(log.append, "later")
    await asyncio.sleep(0)
    same(log, ["ready", "callback", "later"])


async def a_callback_added_to_a_finished_future_is_scheduled():
    log, future = [], asyncio.get_running_loop().create_future()
    future.set_result(1)
    future.add_done_callback(lambda done: log.append(done.result()))
    same(log, [])
    await asyncio.sleep(0)
    same(log, [1])


async def removed_callbacks_are_not_called():
    log, future = [], asyncio.get_running_loop().create_future()

    def first(_):
        log.append("first")

    future.add_done_callback(first)
    future.add_done_callback(first)
    future.add_done_callback(lambda _: log.append("second"))
    same(future.remove_done_callback(first), 2)
    same(future.remove_done_callback(first), 0)
    future.set_result(None)
    await asyncio.sleep(0)
    same(log, ["second"])


async def a_timer_of_zero_seconds_comes_after_call_soon():
    loop, log = asyncio.get_running_loop(), []
    loop.call_later(0, log.append, "timer")
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    same(log, ["soon", "timer"])


async def timers_fire_in_order_of_time_whatever_the_order_of_making():
    loop, log = asyncio.get_running_loop(), []
    for delay in (5, 1, 4, 2, 3):
        loop.call_later(delay, log.append, delay)
    await asyncio.sleep(6)
    same(log, [1, 2, 3, 4, 5])


async def timers_made_one_after_another_with_one_delay_fire_in_that_order():
    loop, log = asyncio.get_running_loop(), []
    for number in range(20):
        loop.call_later(1, log.append, number)
    await asyncio.sleep(2)
    same(log, list(range(20)))


async def a_timer_that_a_timer_makes_for_now_fires_in_a_later_turn():
    loop, log, watch = asyncio.get_running_loop(), [], Stopwatch()

    def first():
        log.append("first")
        loop.call_later(0, log.append, "third")
        loop.call_soon(log.append, "second")

    loop.call_later(1, first)
    await asyncio.sleep(2)
    same((log, watch.seconds), (["first", "second", "third"], 2.0))


async def a_timer_can_cancel_another_of_a_later_instant():
    loop, log = asyncio.get_running_loop(), []
    later = loop.call_later(2, log.append, "later")
    loop.call_later(1, later.cancel)
    await asyncio.sleep(3)
    same((log, later.cancelled()), ([], True))


async def cancelling_a_timer_twice_or_after_it_fired_does_nothing():
    loop, log = asyncio.get_running_loop(), []
    timer = loop.call_later(1, log.append, "timer")
    await asyncio.sleep(2)
    timer.cancel()
    timer.cancel()
    same((log, timer.cancelled()), (["timer"], True))


async def handles_compare_by_their_instant():
    loop = asyncio.get_running_loop()
    at = loop.time() + 10
    early, late = loop.call_at(at, print), loop.call_at(at + 1, print)
    same((early < late, early > late, early <= early, early == late, late >= early), (True, False, True, False, True))
    early.cancel()
    late.cancel()


async def call_at_needs_an_instant():
    loop = asyncio.get_running_loop()
    for call in (lambda: loop.call_at(None, print), lambda: loop.call_later(None, print)):
        try:
            call()
        except TypeError as error:
            show(str(error))
            continue
        raise AssertionError("no TypeError")


async def sleep_orders_by_waking_time_then_by_beginning():
    log = []

    async def sleeper(name, first, second):
        await asyncio.sleep(first)
        log.append(name)
        await asyncio.sleep(second)
        log.append(name.upper())

    await asyncio.gather(sleeper("a", 1, 3), sleeper("b", 2, 1), sleeper("c", 3.5, 1))
    same("".join(log), "abBcAC")


async def sleep_of_a_negative_time_is_a_turn():
    log = []

    async def sleeper():
        await asyncio.sleep(-5)
        log.append("slept")

    await asyncio.gather(sleeper(), _steps("x", 2, log))
    same(log, ["x0", "slept", "x1"])


async def sleep_refuses_nan():
    try:  # since 3.13
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        same(str(error), "Invalid delay: NaN (not a number)")
        return
    raise AssertionError("no ValueError")


async def gather_of_one_task_takes_one_turn_more_than_the_task():
    log = []

    async def quick():
        log.append("quick")

    async def gathers():
        await asyncio.gather(quick())
        log.append("gathered")

    await asyncio.gather(gathers(), _steps("x", 5, log))
    same(log, ["x0", "quick", "x1", "x2", "gathered", "x3", "x4"])


async def an_empty_gather_is_done_at_once():
    empty = asyncio.gather()
    same((empty.done(), empty.result()), (True, []))


async def a_long_chain_of_awaits_is_resumed_in_one_turn():
    log, future = [], asyncio.get_running_loop().create_future()

    async def chain(depth):
        if depth == 0:
            return await future
        return await chain(depth - 1) + 1

    task = asyncio.create_task(chain(50))
    await asyncio.sleep(0)
    future.set_result(0)
    await asyncio.sleep(0)
    log.append(task.done())
    same((log, task.result()), ([True], 50))


async def yielding_something_that_is_no_future_is_an_error_in_the_task():
    class Wrong:
        def __await__(self):
            yield 42

    try:
        await Wrong()
    except RuntimeError as error:
        same(str(error).startswith("Task got bad yield: 42"), True)
        return
    raise AssertionError("no RuntimeError")


async def a_bare_yield_is_a_turn():
    class Turn:
        def __await__(self):
            yield

    log = []

    async def turns():
        for number in range(2):
            await Turn()
            log.append(number)

    await asyncio.gather(turns(), _steps("x", 3, log))
    same(log, ["x0", 0, "x1", 1, "x2"])


async def a_coroutine_cannot_be_awaited_twice():
    work = asyncio.sleep(0)
    await work
    try:
        await work
    except RuntimeError as error:
        same(str(error), "cannot reuse already awaited coroutine")
        return
    raise AssertionError("no RuntimeError")


async def ready_work_goes_before_timers_that_are_due():
    import time

    loop, log = asyncio.get_running_loop(), []
    loop.call_later(1, log.append, "timer")
    loop.call_soon(log.append, "soon")
    time.sleep(2)
    loop.call_soon(log.append, "soon too")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    same(log, ["soon", "soon too", "timer"])

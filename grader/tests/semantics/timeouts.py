"""wait_for, timeout, timeout_at, reschedule."""

import asyncio

from support import Stopwatch, after, same, until_cancelled


async def wait_for_gives_the_result_in_time():
    watch = Stopwatch()
    same((await asyncio.wait_for(after(1, "x"), 2), watch.seconds), ("x", 1.0))
    same(await asyncio.wait_for(after(1, "y"), None), "y")


async def wait_for_cancels_what_is_too_slow_and_waits_for_its_end():
    log, watch = [], Stopwatch()
    try:
        await asyncio.wait_for(until_cancelled(log, clean_up=3), 2)
    except TimeoutError:
        log.append("timeout")
    same((log, watch.seconds), (["cancelled", "timeout"], 5.0))


async def wait_for_zero_does_not_start_what_is_not_ready():
    watch = Stopwatch()
    try:
        await asyncio.wait_for(after(1, "x"), 0)
    except TimeoutError:
        same(watch.seconds, 0.0)
        return
    raise AssertionError("no timeout")


async def wait_for_takes_a_result_that_comes_at_the_last_instant():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, "just")
    same(await asyncio.wait_for(future, 2), "just")


async def wait_for_returns_what_a_task_that_swallows_its_cancellation_returns():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "late"

    same(await asyncio.wait_for(stubborn(), 1), "late")


async def timeout_turns_cancellation_into_timeout_error_outside_its_block():
    watch, log = Stopwatch(), []
    try:
        async with asyncio.timeout(2) as scope:
            await until_cancelled(log)
    except TimeoutError:
        log.append("timeout")
    same((log, watch.seconds, scope.expired()), (["cancelled", "timeout"], 2.0, True))
    same(asyncio.current_task().cancelling(), 0)


async def timeout_does_nothing_in_time():
    async with asyncio.timeout(2) as scope:
        await asyncio.sleep(1)
    same(scope.expired(), False)
    await asyncio.sleep(5)


async def timeout_at_uses_the_loop_s_clock():
    loop, watch = asyncio.get_running_loop(), Stopwatch()
    try:
        async with asyncio.timeout_at(loop.time() + 1.5):
            await asyncio.sleep(10)
    except TimeoutError:
        same(watch.seconds, 1.5)
        return
    raise AssertionError("no timeout")


async def timeout_can_be_rescheduled():
    loop, watch = asyncio.get_running_loop(), Stopwatch()
    async with asyncio.timeout(None) as scope:
        same(scope.when(), None)
        scope.reschedule(loop.time() + 1)
        await asyncio.sleep(0.5)
        scope.reschedule(loop.time() + 10)
        await asyncio.sleep(5)
    same((watch.seconds, scope.expired()), (5.5, False))


async def the_inner_of_two_timeouts_fires_alone():
    log = []
    async with asyncio.timeout(5):
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(3)
        except TimeoutError:
            log.append("inner")
        await asyncio.sleep(1)
    same(log, ["inner"])


async def the_outer_of_two_timeouts_passes_through_the_inner():
    log = []
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(3)
            except TimeoutError:
                log.append("inner")
    except TimeoutError:
        log.append("outer")
    same(log, ["outer"])


async def an_outside_cancellation_inside_a_timeout_stays_a_cancellation():
    async def work():
        async with asyncio.timeout(5):
            await asyncio.sleep(3)

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    results = await asyncio.gather(task, return_exceptions=True)
    same(type(results[0]), asyncio.CancelledError)


async def a_timeout_around_a_task_group_cancels_its_tasks():
    log, watch = [], Stopwatch()
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(until_cancelled(log, "a"))
                group.create_task(until_cancelled(log, "b"))
    except TimeoutError:
        log.append("timeout")
    same((sorted(log[:2]), log[2:], watch.seconds), (["a", "b"], ["timeout"], 1.0))


async def timeout_zero_fires_at_the_first_wait():
    log = []
    try:
        async with asyncio.timeout(0):
            log.append("in")
            await asyncio.sleep(0)
            log.append("after one turn")
            await asyncio.sleep(1)
    except TimeoutError:
        log.append("timeout")
    same(log[0], "in")
    same(log[-1], "timeout")

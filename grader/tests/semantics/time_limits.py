"""timeout, timeout_at and wait_for in their finer points."""

import asyncio

from support import Stopwatch, after, fail_after, same, show, until_cancelled


async def timeout_none_never_fires():
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(100)
    same((limit.expired(), limit.when()), (False, None))


async def a_negative_timeout_fires_at_the_first_wait():
    watch = Stopwatch()
    try:
        async with asyncio.timeout(-1) as limit:
            await asyncio.sleep(5)
    except TimeoutError:
        same((limit.expired(), watch.seconds), (True, 0.0))


async def a_body_that_never_waits_is_not_cut_off():
    async with asyncio.timeout(0) as limit:
        total = sum(range(1000))
    same((total, limit.expired()), (499500, False))


async def the_timeout_error_hides_the_cancellation_as_its_cause():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError as error:
        same((type(error.__cause__).__name__, error.args, asyncio.TimeoutError is TimeoutError), ("CancelledError", (), True))


async def after_a_timeout_the_task_is_not_being_cancelled():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        same(asyncio.current_task().cancelling(), 0)
    await asyncio.sleep(1)


async def other_exceptions_pass_through_a_timeout():
    try:
        async with asyncio.timeout(5) as limit:
            await fail_after(1, KeyError("k"))
    except KeyError as error:
        same((error.args, limit.expired()), (("k",), False))


async def an_exception_in_the_clean_up_after_a_timeout_comes_out():
    try:  # since 3.13
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(5)
            finally:
                raise ValueError("in the clean-up")
    except ValueError as error:
        same((str(error), limit.expired(), type(error.__context__).__name__), ("in the clean-up", True, "TimeoutError"))
    same(asyncio.current_task().cancelling(), 0)


async def a_body_that_swallows_the_cancellation_ends_without_timeout_error():
    watch = Stopwatch()
    async with asyncio.timeout(1) as limit:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
    same((limit.expired(), watch.seconds, asyncio.current_task().cancelling()), (True, 2.0, 0))


async def a_timeout_can_be_used_once_only():
    limit = asyncio.timeout(1)
    async with limit:
        pass
    try:
        async with limit:
            pass
    except RuntimeError as error:
        show(str(error))


async def a_timeout_that_was_not_entered_cannot_be_rescheduled():
    try:
        asyncio.timeout(1).reschedule(5)
    except RuntimeError as error:
        show(str(error))


async def a_timeout_that_is_over_cannot_be_rescheduled():
    async with asyncio.timeout(1) as limit:
        pass
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        show(str(error))


async def rescheduling_to_none_lifts_the_limit():
    watch = Stopwatch()
    async with asyncio.timeout(1) as limit:
        limit.reschedule(None)
        await asyncio.sleep(3)
    same((watch.seconds, limit.when(), limit.expired()), (3.0, None, False))


async def rescheduling_to_the_past_fires_at_once():
    watch, loop = Stopwatch(), asyncio.get_running_loop()
    try:
        async with asyncio.timeout(10) as limit:
            await asyncio.sleep(2)
            limit.reschedule(loop.time() - 1)
            await asyncio.sleep(5)
    except TimeoutError:
        same(watch.seconds, 2.0)


async def timeout_at_the_past_fires_at_the_first_wait():
    watch = Stopwatch()
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 5):
            await asyncio.sleep(1)
    except TimeoutError:
        same(watch.seconds, 0.0)


async def three_nested_timeouts_fire_from_the_shortest():
    log, watch = [], Stopwatch()
    try:
        async with asyncio.timeout(3):
            try:
                async with asyncio.timeout(2):
                    try:
                        async with asyncio.timeout(1):
                            await asyncio.sleep(10)
                    except TimeoutError:
                        log.append(watch.seconds)
                        await asyncio.sleep(10)
            except TimeoutError:
                log.append(watch.seconds)
                await asyncio.sleep(10)
    except TimeoutError:
        log.append(watch.seconds)
    same(log, [1.0, 2.0, 3.0])


async def a_timeout_inside_wait_for_fires_first_when_it_is_shorter():
    async def work():
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
        except TimeoutError:
            return "inner"

    same(await asyncio.wait_for(work(), 2), "inner")


async def timeout_outside_a_task_is_refused():
    log = []

    def callback():
        coroutine = asyncio.timeout(1).__aenter__()
        try:
            coroutine.send(None)
        except RuntimeError as error:
            log.append(str(error))

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    same(log, ["Timeout should be used inside a task"])


async def wait_for_without_a_limit_waits():
    watch = Stopwatch()
    same((await asyncio.wait_for(after(100, "x"), None), watch.seconds), ("x", 100.0))


async def wait_for_a_finished_future_needs_no_time_even_with_a_limit_of_zero():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    same(await asyncio.wait_for(future, 0), 1)


async def wait_for_raises_the_exception_of_the_work():
    try:
        await asyncio.wait_for(fail_after(1, KeyError("k")), 5)
    except KeyError as error:
        same(error.args, ("k",))


async def wait_for_cancels_a_task_that_was_given_and_leaves_it_cancelled():
    task = asyncio.create_task(asyncio.sleep(10))
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        same((task.cancelled(), task.cancelling()), (True, 1))


async def wait_for_a_shield_leaves_the_work_running():
    work = asyncio.create_task(after(3, "done"))
    try:
        await asyncio.wait_for(asyncio.shield(work), 1)
    except TimeoutError:
        same(work.done(), False)
    same(await work, "done")


async def cancelling_wait_for_cancels_the_work():
    log = []
    waiting = asyncio.create_task(asyncio.wait_for(until_cancelled(log), 10))
    await asyncio.sleep(1)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        log.append("waiter")
    same(log, ["cancelled", "waiter"])


async def wait_for_waits_for_the_clean_up_of_what_it_cancels():
    log, watch = [], Stopwatch()
    try:
        await asyncio.wait_for(until_cancelled(log, clean_up=2), 1)
    except TimeoutError:
        same((log, watch.seconds), (["cancelled"], 3.0))


async def an_exception_in_the_clean_up_comes_out_of_wait_for():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            raise ValueError("clean-up")

    try:
        await asyncio.wait_for(work(), 1)
    except ValueError as error:
        same(str(error), "clean-up")


async def wait_for_inside_a_task_group_fails_the_group():
    watch = Stopwatch()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.wait_for(asyncio.sleep(10), 1))
            group.create_task(asyncio.sleep(5))
    except* TimeoutError as errors:
        same((len(errors.exceptions), watch.seconds), (1, 1.0))


async def a_timeout_around_gather_cancels_the_children():
    log = []
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(until_cancelled(log, "a"), until_cancelled(log, "b"))
    except TimeoutError:
        same(log, ["a", "b"])


async def a_timeout_around_a_lock_gives_the_place_up():
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        async with asyncio.timeout(1):
            await lock.acquire()
    except TimeoutError:
        lock.release()
    same(lock.locked(), False)


async def a_timeout_around_an_async_iterator_cuts_it_off():
    log = []

    async def ticks():
        for number in range(10):
            yield number
            await asyncio.sleep(1)

    try:
        async with asyncio.timeout(2.5):
            async for number in ticks():
                log.append(number)
    except TimeoutError:
        same(log, [0, 1, 2])


async def an_outer_cancellation_and_a_timeout_at_once_are_a_cancellation():
    async def work():
        async with asyncio.timeout(1):
            await asyncio.sleep(10)

    task = asyncio.create_task(work())
    asyncio.get_running_loop().call_later(0.5, task.cancel)
    done, _ = await asyncio.wait([task])
    same((len(done), task.cancelled()), (1, True))


async def the_repr_of_a_timeout_tells_its_state():
    async with asyncio.timeout(None) as limit:
        same("active" in repr(limit), True)
    same("finished" in repr(limit), True)
    same("created" in repr(asyncio.timeout(1)), True)

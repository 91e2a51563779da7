"""Cancellation: when it arrives, how it is counted, what shields and swallows it."""

import asyncio

from support import Stopwatch, after, same, show, until_cancelled


async def _caught(awaitable):
    """How awaiting ends: the value, or the exception with its arguments."""
    try:
        return await awaitable
    except BaseException as error:
        return type(error).__name__, error.args


async def cancel_only_asks_and_the_task_hears_of_it_in_its_next_turn():
    log = []
    task = asyncio.create_task(until_cancelled(log))
    await asyncio.sleep(0)
    same((task.cancel(), task.cancelled(), task.done(), task.cancelling()), (True, False, False, 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    same((log, task.cancelled(), task.done()), (["cancelled"], True, True))


async def cancelling_a_finished_task_does_nothing():
    task = asyncio.create_task(asyncio.sleep(0, "r"))
    await task
    same((task.cancel(), task.cancelled(), task.result(), task.cancelling()), (False, False, "r", 0))


async def the_message_of_a_cancellation_reaches_the_task_and_who_awaits_it():
    seen = []

    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            seen.append(error.args)
            raise

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("enough")
    same((await _caught(task), seen), (("CancelledError", ("enough",)), [("enough",)]))


async def the_message_of_the_first_of_two_cancellations_counts():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel("first")
    task.cancel("second")
    same((await _caught(task), task.cancelling()), (("CancelledError", ("first",)), 2))


async def uncancel_counts_down_and_not_below_zero():
    counts = []

    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            me = asyncio.current_task()
            counts.extend([me.cancelling(), me.uncancel(), me.uncancel(), me.uncancel(), me.cancelling()])

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    await task
    same((counts, task.cancelled()), ([2, 1, 0, 0, 0], False))


async def a_swallowed_cancellation_leaves_its_count():
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            pass
        await asyncio.sleep(1)
        return asyncio.current_task().cancelling()

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    same((await task, task.cancelled(), task.cancelling()), (1, False, 1))


async def a_second_cancellation_interrupts_the_clean_up_after_the_first():
    log = []

    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            try:
                await asyncio.sleep(5)
                log.append("clean")
            except asyncio.CancelledError:
                log.append("interrupted")
                raise

    task, watch = asyncio.create_task(work()), Stopwatch()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    same((await _caught(task), log, watch.seconds), (("CancelledError", ()), ["interrupted"], 2.0))


async def an_exception_during_clean_up_replaces_the_cancellation():
    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            raise ValueError("in the clean-up")

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    same((await _caught(task), task.cancelled()), (("ValueError", ("in the clean-up",)), False))
    same(type(task.exception().__context__), asyncio.CancelledError)


async def a_handler_that_returns_swallows_the_cancellation():
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "returned"

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    same((await _caught(task), task.cancelled(), task.cancelling()), ("returned", False, 1))


async def a_task_that_raises_cancelled_error_itself_is_cancelled():
    async def work():
        raise asyncio.CancelledError("mine")

    task = asyncio.create_task(work())
    same((await _caught(task), task.cancelled(), task.cancelling()), (("CancelledError", ("mine",)), True, 0))


async def cancelled_error_is_no_exception_that_except_exception_catches():
    log = []

    async def work():
        try:
            await asyncio.sleep(10)
        except Exception:
            log.append("caught")

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    same((await _caught(task), log, issubclass(asyncio.CancelledError, Exception)), (("CancelledError", ()), [], False))


async def a_task_cancels_itself_at_its_next_wait():
    log = []

    async def work():
        asyncio.current_task().cancel()
        log.append("still here")
        await asyncio.sleep(0)
        log.append("never")

    same((await _caught(asyncio.create_task(work())), log), (("CancelledError", ()), ["still here"]))


async def a_task_that_cancels_itself_and_returns_is_cancelled_all_the_same():
    async def work():
        asyncio.current_task().cancel()
        return "result"

    task = asyncio.create_task(work())
    same((await _caught(task), task.cancelled()), (("CancelledError", ()), True))


async def cancelling_who_awaits_cancels_what_is_awaited():
    log = []

    async def outer(inner):
        try:
            await inner
        except asyncio.CancelledError:
            log.append("outer")
            raise

    inner = asyncio.create_task(until_cancelled(log, "inner"))
    task = asyncio.create_task(outer(inner))
    await asyncio.sleep(1)
    task.cancel()
    same((await _caught(task), log, inner.cancelled()), (("CancelledError", ()), ["inner", "outer"], True))


async def cancelling_what_is_awaited_raises_in_who_awaits_without_cancelling_them():
    async def outer(inner):
        return await _caught(inner), asyncio.current_task().cancelling()

    inner = asyncio.create_task(asyncio.sleep(10))
    task = asyncio.create_task(outer(inner))
    await asyncio.sleep(0)
    inner.cancel("inner")
    same((await task, task.cancelled()), ((("CancelledError", ("inner",)), 0), False))


async def a_task_that_others_await_is_cancelled_for_all_of_them():
    work = asyncio.create_task(asyncio.sleep(10))
    first, second = (asyncio.create_task(_caught(work)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    same((await first, await second, work.cancelled()), (("CancelledError", ()), ("CancelledError", ()), True))


async def a_cancellation_that_comes_with_the_result_still_cancels():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(_awaits(future))
    await asyncio.sleep(0)
    future.set_result("late")
    task.cancel()
    same((await _caught(task), task.cancelled()), (("CancelledError", ()), True))


async def _awaits(future):
    return await future


async def a_shield_lets_the_inner_task_finish():
    log, watch = [], Stopwatch()
    inner = asyncio.create_task(after(2, "inner", log))
    task = asyncio.create_task(_awaits(asyncio.shield(inner)))
    await asyncio.sleep(1)
    task.cancel()
    same((await _caught(task), watch.seconds, inner.done()), (("CancelledError", ()), 1.0, False))
    same((await inner, watch.seconds, log), ("inner", 2.0, ["inner"]))


async def a_shield_of_something_finished_is_the_thing_itself():
    task = asyncio.create_task(asyncio.sleep(0, 1))
    await task
    same(asyncio.shield(task) is task, True)


async def an_exception_behind_a_cancelled_shield_is_reported():
    import gc

    loop, seen = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda _, context: seen.append((context["message"], type(context["exception"]).__name__)))

    async def broken():
        await asyncio.sleep(1)
        raise ValueError("unseen")

    shield = asyncio.shield(broken())
    await asyncio.sleep(0)
    shield.cancel()
    await asyncio.sleep(2)
    gc.collect()
    loop.set_exception_handler(None)
    same([entry[1] for entry in seen], ["ValueError"])


async def shielding_in_a_finally_block_completes_the_clean_up():
    log = []

    async def clean_up():
        await asyncio.sleep(2)
        log.append("clean")

    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.shield(asyncio.ensure_future(clean_up()))

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    same((await _caught(task), log), (("CancelledError", ()), []))
    await asyncio.sleep(1.5)
    same(log, ["clean"])


async def cancelling_many_tasks_reaches_them_in_the_order_of_asking():
    log = []
    tasks = [asyncio.create_task(until_cancelled(log, name)) for name in "abc"]
    await asyncio.sleep(0)
    for task in reversed(tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    same(log, ["c", "b", "a"])


async def cancelling_a_task_before_its_first_turn_leaves_its_coroutine_unentered():
    log = []

    async def work():
        log.append("entered")

    task = asyncio.create_task(work())
    task.cancel("early")
    same((await _caught(task), log), (("CancelledError", ("early",)), []))


async def result_and_exception_of_a_cancelled_task_raise():
    task = asyncio.create_task(asyncio.sleep(10))
    task.cancel("m")
    await asyncio.wait([task])
    for asked in (task.result, task.exception):
        try:
            asked()
        except asyncio.CancelledError as error:
            show(error.args)


async def a_cancelled_sleep_leaves_no_timer():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(1000))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    watch = Stopwatch()
    await asyncio.sleep(1)
    same((watch.seconds, loop.is_running()), (1.0, True))


async def an_async_with_exit_runs_when_its_body_is_cancelled():
    log = []

    class Manager:
        async def __aenter__(self):
            log.append("enter")

        async def __aexit__(self, kind, error, trace):
            await asyncio.sleep(1)
            log.append(kind.__name__)

    async def work():
        async with Manager():
            await asyncio.sleep(10)

    task, watch = asyncio.create_task(work()), Stopwatch()
    await asyncio.sleep(1)
    task.cancel()
    same((await _caught(task), log, watch.seconds), (("CancelledError", ()), ["enter", "CancelledError"], 2.0))


async def an_async_with_exit_may_swallow_a_cancellation():
    class Swallow:
        async def __aenter__(self):
            return self

        async def __aexit__(self, kind, error, trace):
            return True

    async def work():
        async with Swallow():
            await asyncio.sleep(10)
        return "went on"

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    same(await _caught(task), "went on")


async def system_exit_in_a_task_is_kept_by_the_task():
    async def leaves():
        try:
            raise SystemExit(3)
        except SystemExit as error:
            return error.code

    same(await asyncio.create_task(leaves()), 3)


async def generator_exit_closes_a_coroutine_that_waits():
    log = []

    async def work():
        try:
            await asyncio.Event().wait()
        except GeneratorExit:
            log.append("closed")
            raise

    coroutine = work()
    coroutine.send(None)
    coroutine.close()
    same(log, ["closed"])

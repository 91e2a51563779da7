"""gather, wait and as_completed in their finer points."""

import asyncio

from support import Stopwatch, after, fail_after, same, show, until_cancelled


async def gather_starts_its_coroutines_in_the_order_of_the_arguments():
    log = []

    async def note(name):
        log.append(name)

    await asyncio.gather(*(note(name) for name in "abcdef"))
    same("".join(log), "abcdef")


async def gather_takes_futures_tasks_and_coroutines():
    future = asyncio.get_running_loop().create_future()
    future.set_result("future")
    task = asyncio.create_task(after(1, "task"))
    same(await asyncio.gather(future, task, after(0, "coroutine")), ["future", "task", "coroutine"])


async def gather_of_gathers_nests_the_lists():
    same(await asyncio.gather(asyncio.gather(after(1, 1), after(2, 2)), after(0, 3)), [[1, 2], 3])


async def gather_raises_the_error_that_comes_first_in_time():
    try:
        await asyncio.gather(fail_after(2, KeyError()), fail_after(1, ValueError("early")))
    except Exception as error:
        same(repr(error), "ValueError('early')")
    await asyncio.sleep(2)


async def errors_after_the_first_are_silent():
    import gc

    loop, seen = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda _, context: seen.append(context["message"]))
    try:
        await asyncio.gather(fail_after(1, ValueError()), fail_after(2, KeyError()))
    except ValueError:
        await asyncio.sleep(2)
    gc.collect()
    loop.set_exception_handler(None)
    same(seen, [])


async def a_cancelled_child_raises_in_gather_and_spares_the_others():
    log = []
    child = asyncio.create_task(asyncio.sleep(10))
    asyncio.get_running_loop().call_later(1, child.cancel, "child")
    try:
        await asyncio.gather(child, after(2, "other", log))
    except asyncio.CancelledError:
        log.append("cancelled")
    same(asyncio.current_task().cancelling(), 0)
    await asyncio.sleep(2)
    same(log, ["cancelled", "other"])


async def cancelling_who_awaits_gather_waits_for_the_first_clean_up_only():
    log = []

    async def parent():
        await asyncio.gather(until_cancelled(log, "a", clean_up=2), until_cancelled(log, "b", clean_up=1))

    task, watch = asyncio.create_task(parent()), Stopwatch()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    same((log, watch.seconds, task.cancelled()), (["b"], 2.0, True))
    await asyncio.sleep(1)
    same(log, ["b", "a"])


async def cancelling_a_gather_with_return_exceptions_still_cancels():
    log = []
    both = asyncio.gather(until_cancelled(log, "a"), until_cancelled(log, "b"), return_exceptions=True)
    await asyncio.sleep(1)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        log.append("gather")
    same(log, ["a", "b", "gather"])


async def a_gather_that_has_failed_cannot_be_cancelled():
    log = []
    both = asyncio.gather(fail_after(1, ValueError()), until_cancelled(log))
    await asyncio.wait([both])
    same((both.cancel(), log, type(both.exception()).__name__), (False, [], "ValueError"))


async def gather_keeps_exceptions_in_their_places():
    results = await asyncio.gather(
        after(3, "a"), fail_after(1, ValueError("b")), after(2, "c"), fail_after(0, KeyError("d")), return_exceptions=True
    )
    same([value if isinstance(value, str) else repr(value) for value in results], ["a", "ValueError('b')", "c", "KeyError('d')"])


async def gather_of_one_thing_given_three_times_gives_it_three_times():
    work = after(1, object())
    first, second, third = await asyncio.gather(work, work, work)
    same(first is second is third, True)


async def an_unused_gather_runs_its_children():
    log = []
    asyncio.gather(after(1, "a", log), after(2, "b", log))
    await asyncio.sleep(3)
    same(log, ["a", "b"])


async def wait_refuses_nothing_and_single_things():
    for wrong in ([], ()):
        try:
            await asyncio.wait(wrong)
        except ValueError as error:
            show(str(error))
    task = asyncio.create_task(asyncio.sleep(0))
    try:
        await asyncio.wait(task)
    except TypeError as error:
        show(str(error))
    try:
        await asyncio.wait([task], return_when="SOMETIME")
    except ValueError as error:
        show(str(error))
    await task


async def wait_raises_nothing():
    task = asyncio.create_task(fail_after(1, ValueError("kept")))
    done, pending = await asyncio.wait([task])
    same((len(done), len(pending), repr(task.exception())), (1, 0, "ValueError('kept')"))


async def first_completed_answers_with_all_that_are_done_by_then():
    tasks = [asyncio.create_task(after(n, n)) for n in (1, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    same((tasks[0] in done, tasks[2] in pending), (True, True))
    await asyncio.wait(tasks)


async def first_completed_with_something_done_answers_at_once():
    done_task = asyncio.create_task(asyncio.sleep(0))
    await done_task
    slow, watch = asyncio.create_task(after(5)), Stopwatch()
    done, _ = await asyncio.wait([done_task, slow], return_when=asyncio.FIRST_COMPLETED)
    same((done == {done_task}, watch.seconds), (True, 0.0))
    slow.cancel()


async def first_exception_is_not_triggered_by_a_cancellation():
    gone = asyncio.create_task(asyncio.sleep(10))
    stays, watch = asyncio.create_task(after(2)), Stopwatch()
    asyncio.get_running_loop().call_later(1, gone.cancel)
    done, pending = await asyncio.wait([gone, stays], return_when=asyncio.FIRST_EXCEPTION)
    same((len(done), len(pending), watch.seconds), (2, 0, 2.0))


async def first_exception_without_exception_waits_for_all():
    tasks, watch = [asyncio.create_task(after(n)) for n in (1, 2)], Stopwatch()
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    same((len(done), watch.seconds), (2, 2.0))


async def wait_with_a_timeout_of_zero_looks_and_answers():
    done_task, watch = asyncio.create_task(asyncio.sleep(0)), Stopwatch()
    await done_task
    slow = asyncio.create_task(after(5))
    done, pending = await asyncio.wait([done_task, slow], timeout=0)
    same((done == {done_task}, pending == {slow}, watch.seconds), (True, True, 0.0))
    slow.cancel()


async def wait_can_be_called_again_for_the_rest():
    pending, log = {asyncio.create_task(after(n, n)) for n in (3, 1, 2)}, []
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        log.extend(task.result() for task in done)
    same(log, [1, 2, 3])


async def cancelling_wait_cancels_nothing_it_waits_for():
    log = []
    task = asyncio.create_task(after(3, "x", log))
    waiting = asyncio.create_task(asyncio.wait([task]))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.sleep(3)
    same((waiting.cancelled(), log), (True, ["x"]))


async def as_completed_gives_exceptions_when_their_turn_comes():
    log = []
    for next_one in asyncio.as_completed([after(1, "a"), fail_after(2, ValueError("b")), after(3, "c")]):
        try:
            log.append(await next_one)
        except ValueError as error:
            log.append(repr(error))
    same(log, ["a", "ValueError('b')", "c"])


async def as_completed_with_what_is_done_already_gives_it_first():
    done_task = asyncio.create_task(asyncio.sleep(0, "done"))
    await done_task
    log = [await one for one in asyncio.as_completed([asyncio.create_task(after(1, "slow")), done_task])]
    same(log, ["done", "slow"])


async def leaving_as_completed_early_leaves_the_others_running():
    log = []
    for one in asyncio.as_completed([after(1, "a", log), after(2, "b", log)]):
        await one
        break
    await asyncio.sleep(2)
    same(log, ["a", "b"])


async def as_completed_times_out_for_each_that_is_left():
    log = []
    tasks = [asyncio.create_task(after(n, n)) for n in (1, 5, 6)]
    for one in asyncio.as_completed(tasks, timeout=2):
        try:
            log.append(await one)
        except TimeoutError:
            log.append("late")
    same((log, [task.cancelled() for task in tasks]), ([1, "late", "late"], [False, False, False]))
    for task in tasks:
        task.cancel()


async def as_completed_of_nothing_yields_nothing():
    same([await one for one in asyncio.as_completed([])], [])


async def as_completed_counts_a_thing_given_twice_once():
    task = asyncio.create_task(after(1, "x"))
    same([await one for one in asyncio.as_completed([task, task])], ["x"])


async def the_async_iterator_of_as_completed_gives_the_very_tasks():  # since 3.13
    tasks = [asyncio.create_task(after(n, n)) for n in (2, 1)]
    order = [tasks.index(task) async for task in asyncio.as_completed(tasks)]
    same(order, [1, 0])


async def the_async_iterator_of_as_completed_times_out_once():  # since 3.13
    log = []
    try:
        async for task in asyncio.as_completed([after(1, "a"), after(5, "b")], timeout=2):
            log.append(task.result())
    except TimeoutError:
        log.append("timeout")
    same(log, ["a", "timeout"])

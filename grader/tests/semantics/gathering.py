"""gather, wait, as_completed and TaskGroup."""

import asyncio

from support import Stopwatch, after, fail_after, same, until_cancelled


async def gather_answers_in_the_order_of_its_arguments():
    watch = Stopwatch()
    same(await asyncio.gather(after(3, "a"), after(1, "b"), after(2, "c")), ["a", "b", "c"])
    same(watch.seconds, 3.0)
    same(await asyncio.gather(), [])


async def gather_raises_the_first_exception_at_once_and_lets_the_others_run():
    log, watch = [], Stopwatch()
    try:
        await asyncio.gather(after(3, "slow", log), fail_after(1, ValueError("one")), fail_after(2, KeyError("two")))
    except ValueError as error:
        same((str(error), watch.seconds, log), ("one", 1.0, []))
    await asyncio.sleep(2)
    same(log, ["slow"])


async def gather_can_return_exceptions():
    results = await asyncio.gather(after(2, "a"), fail_after(1, ValueError("b")), return_exceptions=True)
    same((results[0], type(results[1]), str(results[1])), ("a", ValueError, "b"))


async def gather_with_return_exceptions_reports_cancelled_children():
    child = asyncio.create_task(asyncio.sleep(5))
    asyncio.get_running_loop().call_later(1, child.cancel)
    results = await asyncio.gather(child, after(2, "b"), return_exceptions=True)
    same((type(results[0]), results[1]), (asyncio.CancelledError, "b"))


async def cancelling_gather_cancels_its_children():
    log = []
    both = asyncio.gather(until_cancelled(log, "a"), until_cancelled(log, "b"))
    await asyncio.sleep(1)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        log.append("gather")
    same(log, ["a", "b", "gather"])


async def gather_runs_the_same_awaitable_once():
    log = []
    task = asyncio.create_task(after(1, "x", log))
    same((await asyncio.gather(task, task), log), (["x", "x"], ["x"]))


async def wait_until_all_are_done():
    watch = Stopwatch()
    tasks = [asyncio.create_task(after(n, n)) for n in (2, 1)]
    done, pending = await asyncio.wait(tasks)
    same((done, pending, watch.seconds), (set(tasks), set(), 2.0))


async def wait_until_the_first_is_done():
    watch = Stopwatch()
    slow, quick = (asyncio.create_task(after(n, n)) for n in (2, 1))
    done, pending = await asyncio.wait([slow, quick], return_when=asyncio.FIRST_COMPLETED)
    same((done, pending, watch.seconds), ({quick}, {slow}, 1.0))
    await slow


async def wait_until_the_first_exception():
    watch = Stopwatch()
    quick, broken, slow = (
        asyncio.create_task(work) for work in (after(1, 1), fail_after(2, ValueError("x")), after(3, 3))
    )
    done, pending = await asyncio.wait([quick, broken, slow], return_when=asyncio.FIRST_EXCEPTION)
    same((done, pending, watch.seconds), ({quick, broken}, {slow}, 2.0))
    broken.exception()
    await slow


async def wait_with_a_timeout_cancels_nothing():
    watch = Stopwatch()
    task = asyncio.create_task(after(5, "x"))
    done, pending = await asyncio.wait([task], timeout=2)
    same((done, pending, watch.seconds, task.cancelled()), (set(), {task}, 2.0, False))
    same(await task, "x")


async def wait_refuses_coroutines():
    work = after(1)
    try:
        await asyncio.wait([work])
    except TypeError:
        work.close()
        return
    raise AssertionError("no TypeError")


async def as_completed_yields_in_order_of_completion():
    log = []
    for waiting in asyncio.as_completed([after(3, "c"), after(1, "a"), after(2, "b")]):
        log.append(await waiting)
    same(log, ["a", "b", "c"])


async def as_completed_as_an_async_iterator_yields_the_tasks_themselves():
    tasks, log = [asyncio.create_task(after(n, n)) for n in (3, 1, 2)], []
    async for task in asyncio.as_completed(tasks):
        log.append((task in tasks, await task))
    same(log, [(True, 1), (True, 2), (True, 3)])


async def as_completed_gives_up_after_its_timeout():
    log, watch = [], Stopwatch()
    try:
        for waiting in asyncio.as_completed([after(1, "a"), after(5, "b")], timeout=2):
            log.append(await waiting)
    except TimeoutError:
        log.append(watch.seconds)
    same(log, ["a", 2.0])


async def a_task_group_waits_for_all():
    watch = Stopwatch()
    async with asyncio.TaskGroup() as group:
        first, second = group.create_task(after(1, "a")), group.create_task(after(2, "b"))
    same((first.result(), second.result(), watch.seconds), ("a", "b", 2.0))


async def a_task_group_cancels_siblings_and_raises_a_group():
    log, watch = [], Stopwatch()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(until_cancelled(log, "sibling", clean_up=1))
            group.create_task(fail_after(1, ValueError("broken")))
    except* ValueError as caught:
        same([str(error) for error in caught.exceptions], ["broken"])
        log.append("raised")
    same((log, watch.seconds), (["sibling", "raised"], 2.0))


async def a_task_group_collects_every_exception():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_after(1, ValueError("a")))
            group.create_task(fail_after(1, KeyError("b")))
    except BaseExceptionGroup as caught:
        same(sorted(type(error).__name__ for error in caught.exceptions), ["KeyError", "ValueError"])
        same(caught.message, "unhandled errors in a TaskGroup")
        return
    raise AssertionError("no group")


async def the_body_of_a_task_group_is_cancelled_when_a_task_fails():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_after(1, ValueError("x")))
            await until_cancelled(log, "body")
    except* ValueError:
        log.append("raised")
    same((log, asyncio.current_task().cancelling()), (["body", "raised"], 0))


async def an_exception_in_the_body_of_a_task_group_joins_the_group():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(until_cancelled(log))
            await asyncio.sleep(1)
            raise LookupError("body")
    except* LookupError as caught:
        same([str(error) for error in caught.exceptions], ["body"])
    same(log, ["cancelled"])


async def a_cancelled_child_does_not_fail_a_task_group():
    async with asyncio.TaskGroup() as group:
        child = group.create_task(asyncio.sleep(10))
        await asyncio.sleep(1)
        child.cancel()
    same(child.cancelled(), True)


async def cancelling_from_outside_a_task_group_cancels_all_inside():
    log = []

    async def outer():
        async with asyncio.TaskGroup() as group:
            group.create_task(until_cancelled(log, "a"))
            group.create_task(until_cancelled(log, "b"))

    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    results = await asyncio.gather(task, return_exceptions=True)
    same((sorted(log), type(results[0])), (["a", "b"], asyncio.CancelledError))


async def a_task_group_that_is_over_takes_no_more_tasks():
    async with asyncio.TaskGroup() as group:
        pass
    work = after(1)
    try:
        group.create_task(work)
    except RuntimeError as error:
        work.close()
        same("is finished" in str(error), True)
        return
    raise AssertionError("no RuntimeError")


async def nested_task_groups_wrap_their_exceptions():
    try:
        async with asyncio.TaskGroup():
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail_after(1, ValueError("deep")))
    except BaseExceptionGroup as caught:
        same((type(caught.exceptions[0]), str(caught.exceptions[0].exceptions[0])), (ExceptionGroup, "deep"))

"""TaskGroup and exception groups."""

import asyncio

from support import Stopwatch, after, fail_after, same, show, until_cancelled


def _kinds(group):
    return [_kinds(error) if isinstance(error, BaseExceptionGroup) else type(error).__name__ for error in group.exceptions]


async def tasks_of_a_group_start_when_the_body_first_waits():
    log = []
    async with asyncio.TaskGroup() as group:
        group.create_task(after(0, "a", log))
        group.create_task(after(0, "b", log))
        same(log, [])
        await asyncio.sleep(0)
        log.append("body")
        await asyncio.sleep(1)
        log.append("body again")
    same(log, ["body", "a", "b", "body again"])


async def a_group_without_tasks_ends_at_once():
    watch = Stopwatch()
    async with asyncio.TaskGroup():
        pass
    same(watch.seconds, 0.0)


async def results_are_read_from_the_tasks_afterwards():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(after(n, n * 10)) for n in (3, 1, 2)]
    same([task.result() for task in tasks], [30, 10, 20])


async def tasks_may_make_tasks_in_their_group():
    log, watch = [], Stopwatch()
    async with asyncio.TaskGroup() as group:

        async def parent(depth):
            await asyncio.sleep(1)
            log.append(depth)
            if depth:
                group.create_task(parent(depth - 1))

        group.create_task(parent(3))
    same((log, watch.seconds), ([3, 2, 1, 0], 4.0))


async def names_and_contexts_go_to_the_tasks():
    import contextvars

    variable, context = contextvars.ContextVar("variable", default="outer"), contextvars.copy_context()
    context.run(variable.set, "given")

    async def look():
        return variable.get(), asyncio.current_task().get_name()

    async with asyncio.TaskGroup() as group:
        given = group.create_task(look(), name="named", context=context)
        other = group.create_task(look(), name="other")
    same((given.result(), other.result()), (("given", "named"), ("outer", "other")))


async def one_failure_is_a_group_of_one():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_after(1, ValueError("v")))
    except ExceptionGroup as errors:
        same((errors.message, _kinds(errors)), ("unhandled errors in a TaskGroup", ["ValueError"]))


async def the_first_failure_cancels_the_others_at_that_moment():
    log, watch = [], Stopwatch()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(until_cancelled(log, "a"))
            group.create_task(fail_after(1, ValueError()))
            group.create_task(until_cancelled(log, "b"))
    except* ValueError:
        log.append("caught")
    same((sorted(log), watch.seconds), (["a", "b", "caught"], 1.0))  # tasks of a group are a set


async def failures_during_the_clean_up_join_in_the_order_they_came():
    async def unclean(seconds, error):
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(seconds)
            raise error

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(unclean(2, KeyError("late")))
            group.create_task(unclean(1, OSError("early")))
            group.create_task(fail_after(1, ValueError("first")))
    except ExceptionGroup as errors:
        same(_kinds(errors), ["ValueError", "OSError", "KeyError"])


async def a_failing_body_cancels_the_tasks_and_comes_first_or_last():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(until_cancelled(log))
            await asyncio.sleep(1)
            raise ValueError("body")
    except ExceptionGroup as errors:
        same((_kinds(errors), log), (["ValueError"], ["cancelled"]))


async def a_body_that_fails_after_a_task_failed_joins_the_group():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_after(1, KeyError()))
            try:
                await asyncio.sleep(10)
            finally:
                raise ValueError("body")
    except ExceptionGroup as errors:
        same(_kinds(errors), ["KeyError", "ValueError"])


async def a_body_that_swallows_the_cancellation_still_gets_the_group():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_after(1, KeyError()))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                log.append("swallowed")
    except* KeyError:
        log.append("group")
    same((log, asyncio.current_task().cancelling()), (["swallowed", "group"], 0))


async def a_task_that_cancels_itself_is_no_failure():
    async with asyncio.TaskGroup() as group:
        gone = group.create_task(asyncio.sleep(10))
        stays = group.create_task(after(2, "stays"))
        await asyncio.sleep(1)
        gone.cancel()
    same((gone.cancelled(), stays.result()), (True, "stays"))


async def cancelling_the_parent_cancels_the_tasks_and_then_the_parent():
    log = []

    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(until_cancelled(log, "a", clean_up=1))
            group.create_task(until_cancelled(log, "b"))
        log.append("never")

    task, watch = asyncio.create_task(parent()), Stopwatch()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    same((log, task.cancelled(), watch.seconds), (["b", "a"], True, 2.0))


async def a_failure_in_the_clean_up_beats_the_cancellation_of_the_parent():
    async def unclean():
        try:
            await asyncio.sleep(10)
        finally:
            raise ValueError("unclean")

    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(unclean())

    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    same((task.cancelled(), _kinds(task.exception())), (False, ["ValueError"]))


async def a_nested_group_fails_as_a_whole_inside_the_outer_one():
    log = []
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(until_cancelled(log, "outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(until_cancelled(log, "inner"))
                inner.create_task(fail_after(1, ValueError()))
    except ExceptionGroup as errors:
        same((_kinds(errors), log), ([["ValueError"]], ["inner", "outer"]))


async def a_failure_in_the_outer_group_cancels_the_inner_one():
    log = []
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail_after(1, KeyError()))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(until_cancelled(log, "inner"))
    except* KeyError:
        log.append("caught")
    same((log, asyncio.current_task().cancelling()), (["inner", "caught"], 0))


async def a_handled_inner_group_lets_the_outer_one_go_on():
    log = []
    async with asyncio.TaskGroup() as outer:
        outer.create_task(after(3, "outer", log))
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail_after(1, ValueError()))
        except* ValueError:
            log.append("handled")
    same(log, ["handled", "outer"])


async def a_group_that_is_shutting_down_takes_no_tasks():
    log = []

    async def late(group):
        try:
            await asyncio.sleep(10)
        finally:
            work = after(1)
            try:
                group.create_task(work)
            except RuntimeError as error:
                log.append(str(error).partition(" <")[0])
                work.close()

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(group))
            group.create_task(fail_after(1, ValueError()))
    except* ValueError:
        same(log, ["TaskGroup"])


async def a_group_that_was_not_entered_takes_no_tasks():
    work = after(1)
    try:
        asyncio.TaskGroup().create_task(work)
    except RuntimeError as error:
        show(str(error).endswith("has not been entered"))
        work.close()


async def a_group_is_entered_once():
    group = asyncio.TaskGroup()
    async with group:
        pass
    try:
        async with group:
            pass
    except RuntimeError as error:
        show(str(error).endswith("has already been entered"))


async def a_task_may_be_awaited_inside_its_group():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(after(1, "first"))
        second = group.create_task(after(1, await first + " second"))
    same(second.result(), "first second")


async def awaiting_a_failing_task_in_the_body_gives_one_error_only():
    try:
        async with asyncio.TaskGroup() as group:
            await group.create_task(fail_after(1, ValueError("v")))
    except ExceptionGroup as errors:
        same(_kinds(errors), ["ValueError"])


async def an_error_awaited_in_the_body_arrives_there_as_a_cancellation():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(fail_after(1, ValueError()))
            try:
                await task
            except ValueError:
                log.append("seen")
    except* ValueError:
        log.append("group")
    same(log, ["group"])


async def except_star_splits_by_kind_in_the_order_of_its_clauses():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            for error in (ValueError("a"), KeyError("b"), ValueError("c")):
                group.create_task(fail_after(0, error))
    except* KeyError as errors:
        log.append(("key", len(errors.exceptions)))
    except* ValueError as errors:
        log.append(("value", len(errors.exceptions)))
    same(log, [("key", 1), ("value", 2)])


async def what_except_star_leaves_goes_on_as_a_group():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail_after(0, ValueError()))
                group.create_task(fail_after(0, KeyError()))
        except* KeyError:
            pass
    except ExceptionGroup as errors:
        same(_kinds(errors), ["ValueError"])


async def groups_can_be_split_and_filtered():
    group = ExceptionGroup("g", [ValueError("a"), ExceptionGroup("inner", [KeyError("b"), ValueError("c")])])
    match, rest = group.split(ValueError)
    same((_kinds(match), _kinds(rest)), (["ValueError", ["ValueError"]], [["KeyError"]]))
    same(_kinds(group.subgroup(lambda error: isinstance(error, KeyError))), [["KeyError"]])


async def a_group_cancelled_before_its_tasks_begin_runs_none():
    log = []

    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(after(0, "ran", log))
            asyncio.current_task().cancel()

    task = asyncio.create_task(parent())
    await asyncio.wait([task])
    same((task.cancelled(), log), (True, []))


async def a_cancellation_swallowed_before_a_group_comes_back_after_it():  # since 3.13
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            pass
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail_after(0, ValueError()))
        except* ValueError:
            pass
        await asyncio.sleep(1)

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    same(task.cancelled(), True)

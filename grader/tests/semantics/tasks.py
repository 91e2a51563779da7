"""Tasks: creation, names, results, cancellation, eager start, all_tasks, context variables."""

import asyncio
import contextvars

from support import Stopwatch, after, fail_after, same, until_cancelled

request_id = contextvars.ContextVar("request_id", default="none")


async def a_task_starts_in_the_next_turn():
    log = []

    async def work():
        log.append("task")

    task = asyncio.create_task(work())
    log.append("creator")
    await task
    same(log, ["creator", "task"])


async def tasks_have_names_and_know_their_coroutine():
    async def work():
        return asyncio.current_task().get_name()

    task = asyncio.create_task(work(), name="worker-7")
    same(await task, "worker-7")
    same(task.get_coro().__name__, "work")
    task.set_name("other")
    same(task.get_name(), "other")


async def all_tasks_holds_those_that_are_not_done():
    me = asyncio.current_task()
    task = asyncio.create_task(asyncio.sleep(1))
    same(asyncio.all_tasks() - {me}, {task})
    await task
    same(asyncio.all_tasks() - {me}, set())


async def cancelling_a_task_raises_inside_it_and_in_who_awaits_it():
    log = []
    task = asyncio.create_task(until_cancelled(log))
    await asyncio.sleep(0)
    same(task.cancel("enough"), True)
    try:
        await task
    except asyncio.CancelledError as error:
        same(error.args, ("enough",))
    same((log, task.cancelled(), task.done()), (["cancelled"], True, True))
    same(task.cancel(), False)


async def a_task_cancelled_before_it_started_never_runs():
    log = []

    async def work():
        log.append("ran")

    task = asyncio.create_task(work())
    task.cancel()
    same(await asyncio.gather(task, return_exceptions=True) and log, [])


async def a_task_may_swallow_its_cancellation():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "still here"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    same(await task, "still here")
    same((task.cancelled(), task.cancelling()), (False, 1))


async def clean_up_after_cancellation_takes_virtual_time():
    log, watch = [], Stopwatch()
    task = asyncio.create_task(until_cancelled(log, clean_up=2))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    same((log, watch.seconds), (["cancelled"], 3.0))


async def cancelling_and_uncancel_count():
    async def work():
        me = asyncio.current_task()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            before = me.cancelling()
            left = me.uncancel()
            await asyncio.sleep(1)
            return before, left, me.cancelling()

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    same(await task, (2, 1, 1))


async def the_exception_of_a_task_is_kept():
    error = ValueError("kept")
    task = asyncio.create_task(fail_after(1, error))
    await asyncio.wait([task])
    same(task.exception() is error, True)
    try:
        await task
    except ValueError as caught:
        same(caught is error, True)


async def a_task_copies_the_context_of_its_creator():
    request_id.set("outer")

    async def work():
        seen = request_id.get()
        request_id.set("inner")
        return seen, request_id.get()

    same(await asyncio.create_task(work()), ("outer", "inner"))
    same(request_id.get(), "outer")
    context = contextvars.copy_context()
    await asyncio.create_task(work(), context=context)
    same(context[request_id], "inner")


async def each_task_of_a_gather_has_its_own_context():
    async def work(value):
        request_id.set(value)
        await asyncio.sleep(1)
        return request_id.get()

    same(await asyncio.gather(work("a"), work("b")), ["a", "b"])


async def eager_tasks_run_at_once_until_they_wait():
    log = []

    async def work(name, waits):
        log.append(name)
        if waits:
            await asyncio.sleep(1)
        return name

    done = asyncio.create_task(work("quick", False), eager_start=True)
    slow = asyncio.create_task(work("slow", True), eager_start=True)
    lazy = asyncio.create_task(work("lazy", False))
    same((log, done.done(), slow.done()), (["quick", "slow"], True, False))
    same(await asyncio.gather(done, slow, lazy), ["quick", "slow", "lazy"])


async def the_eager_task_factory_makes_eager_tasks():
    loop, log = asyncio.get_running_loop(), []
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        task = asyncio.create_task(after(0, "x"))
        quick = asyncio.create_task(_note(log))
        same((log, quick.done(), task.done()), (["noted"], True, False))
        await task
    finally:
        loop.set_task_factory(None)


async def _note(log):
    log.append("noted")


async def a_task_factory_is_asked():
    loop, made = asyncio.get_running_loop(), []

    def factory(loop, coro, **kwargs):
        made.append(coro.__name__)
        return asyncio.Task(coro, loop=loop, **kwargs)

    loop.set_task_factory(factory)
    try:
        same(await asyncio.create_task(after(0, 1)), 1)
    finally:
        loop.set_task_factory(None)
    same(made, ["after"])


async def tasks_made_directly_run_too():
    task = asyncio.Task(after(1, "direct"), loop=asyncio.get_running_loop())
    same(await task, "direct")
    same(await asyncio.ensure_future(after(1, "ensured")), "ensured")


async def awaiting_oneself_is_refused():
    async def work():
        await asyncio.current_task()

    try:
        await asyncio.create_task(work())
    except RuntimeError as error:
        same("cannot await on itself" in str(error), True)
        return
    raise AssertionError("no RuntimeError")


async def shield_protects_from_the_cancellation_of_who_waits():
    log, watch = [], Stopwatch()
    inner = asyncio.create_task(after(2, "inner", log))

    async def outer():
        await asyncio.shield(inner)

    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    same((await asyncio.gather(task, return_exceptions=True))[0].__class__, asyncio.CancelledError)
    same((inner.done(), watch.seconds), (False, 1.0))
    same((await inner, watch.seconds), ("inner", 2.0))


async def shield_passes_on_results_and_exceptions():
    same(await asyncio.shield(after(1, "value")), "value")
    try:
        await asyncio.shield(fail_after(1, KeyError("k")))
    except KeyError as error:
        same(error.args, ("k",))


async def cancelling_what_is_shielded_cancels_the_shield():
    inner = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    await asyncio.wait([inner])
    await asyncio.sleep(0)
    same(outer.cancelled(), True)


async def run_coroutine_threadsafe_from_the_loop_s_own_thread_gives_a_concurrent_future():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(after(1, "value"), loop)
    same(await asyncio.wrap_future(future), "value")
    same(future.result(), "value")


async def tasks_without_a_name_are_counted_from_the_first():
    first, named, second = (asyncio.create_task(asyncio.sleep(0), name=name) for name in (None, "own", None))
    names = [task.get_name() for task in (asyncio.current_task(), first, named, second)]
    same(names, ["Task-1", "Task-2", "own", "Task-3"])
    async with asyncio.TaskGroup() as group:
        same(group.create_task(asyncio.sleep(0)).get_name(), "Task-4")

"""Ready callbacks, timers, handles, futures and the exception handler."""

import asyncio

from support import Stopwatch, same


async def ready_callbacks_run_in_the_order_they_were_scheduled():
    loop, log = asyncio.get_running_loop(), []
    for number in range(5):
        loop.call_soon(log.append, number)
    await asyncio.sleep(0)
    same(log, [0, 1, 2, 3, 4])


async def a_callback_scheduled_by_a_callback_waits_for_the_next_turn():
    loop, log = asyncio.get_running_loop(), []

    def first():
        log.append("first")
        loop.call_soon(log.append, "third")

    loop.call_soon(first)
    loop.call_soon(log.append, "second")
    await asyncio.sleep(0)
    same(log, ["first", "second"])
    await asyncio.sleep(0)
    same(log, ["first", "second", "third"])


async def call_later_and_call_at_fire_at_their_instants():
    loop, log, watch = asyncio.get_running_loop(), [], Stopwatch()
    loop.call_later(2, lambda: log.append(("later", watch.seconds)))
    loop.call_at(loop.time() + 1, lambda: log.append(("at", watch.seconds)))
    await asyncio.sleep(3)
    same(log, [("at", 1.0), ("later", 2.0)])


async def timers_due_in_the_past_fire_in_order_of_time():
    loop, log = asyncio.get_running_loop(), []
    loop.call_at(loop.time() - 1, log.append, "later")
    loop.call_at(loop.time() - 2, log.append, "earlier")
    await asyncio.sleep(0.1)
    same(log, ["earlier", "later"])


async def a_cancelled_handle_never_fires():
    loop, log = asyncio.get_running_loop(), []
    timer = loop.call_later(1, log.append, "timer")
    soon = loop.call_soon(log.append, "soon")
    timer.cancel()
    soon.cancel()
    await asyncio.sleep(2)
    same(log, [])
    same((timer.cancelled(), soon.cancelled()), (True, True))


async def a_timer_handle_says_when():
    loop = asyncio.get_running_loop()
    when = loop.time() + 5
    handle = loop.call_at(when, print)
    same(handle.when() == when, True)
    handle.cancel()


async def many_cancelled_timers_leave_the_others_alone():
    loop, log = asyncio.get_running_loop(), []
    handles = [loop.call_later(1 + number / 1000, log.append, number) for number in range(400)]
    for handle in handles[1:]:
        handle.cancel()
    await asyncio.sleep(2)
    same(log, [0])


async def shorter_sleeps_wake_first():
    log = []

    async def sleeper(seconds):
        await asyncio.sleep(seconds)
        log.append(seconds)

    await asyncio.gather(sleeper(3), sleeper(1), sleeper(2))
    same(log, [1, 2, 3])


async def equal_sleeps_wake_in_the_order_they_began():
    log = []

    async def sleeper(name):
        await asyncio.sleep(0.1)
        log.append(name)

    await asyncio.gather(*(sleeper(name) for name in "abcdefgh"))
    same("".join(log), "abcdefgh")


async def sleep_zero_lets_others_have_one_turn():
    log = []

    async def worker(name):
        for _ in range(3):
            log.append(name)
            await asyncio.sleep(0)

    await asyncio.gather(worker("a"), worker("b"))
    same("".join(log), "ababab")


async def sleep_returns_its_result_and_takes_its_time():
    watch = Stopwatch()
    same(await asyncio.sleep(1.5, "result"), "result")
    same(watch.seconds, 1.5)
    same(await asyncio.sleep(-1, "at once"), "at once")
    same(watch.seconds, 1.5)


async def ten_thousand_turns_take_no_virtual_time():
    watch = Stopwatch()
    for _ in range(10_000):
        await asyncio.sleep(0)
    same(watch.seconds, 0.0)


async def futures_tell_their_callbacks_in_order_and_only_later():
    loop, log = asyncio.get_running_loop(), []
    future = loop.create_future()
    future.add_done_callback(lambda done: log.append(("first", done.result())))
    future.add_done_callback(lambda done: log.append(("second", done.result())))
    future.set_result(42)
    same(log, [])
    await asyncio.sleep(0)
    same(log, [("first", 42), ("second", 42)])


async def futures_refuse_a_second_result():
    future = asyncio.get_running_loop().create_future()
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        same(str(error), "Result is not set.")
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError:
        return
    raise AssertionError("the second result was taken")


async def the_exception_handler_is_told_of_failing_callbacks():
    loop, seen = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda _, context: seen.append((type(context["exception"]).__name__, "handle" in context)))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    same(seen, [("ZeroDivisionError", True)])


async def the_exception_handler_is_told_of_exceptions_never_retrieved():
    import gc

    loop, seen = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda _, context: seen.append(context["message"]))

    async def broken():
        raise ValueError("nobody looks")

    task = asyncio.create_task(broken())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    loop.set_exception_handler(None)
    same(seen, ["Task exception was never retrieved"])


async def call_soon_threadsafe_is_call_soon_on_the_loop_s_own_thread():
    loop, log = asyncio.get_running_loop(), []
    loop.call_soon(log.append, 1)
    loop.call_soon_threadsafe(log.append, 2)
    loop.call_soon(log.append, 3)
    await asyncio.sleep(0)
    same(log, [1, 2, 3])


async def callbacks_keep_the_context_they_were_given():
    import contextvars

    loop, variable, seen = asyncio.get_running_loop(), contextvars.ContextVar("variable", default="outer"), []
    context = contextvars.copy_context()
    context.run(variable.set, "inner")
    loop.call_soon(lambda: seen.append(variable.get()), context=context)
    loop.call_soon(lambda: seen.append(variable.get()))
    await asyncio.sleep(0)
    same(seen, ["inner", "outer"])

"""Runner, asyncio.run in plain functions, loops made by hand."""

import asyncio
import contextvars
import time

from support import Stopwatch, after, same, until_cancelled


def _in_a_plain_function(work):
    """asyncio.run is called where no loop runs: on a thread of its own."""
    return asyncio.to_thread(work)


async def asyncio_run_refuses_to_nest():
    work = after(1)
    try:
        asyncio.run(work)
    except RuntimeError as error:
        work.close()
        same("cannot be called from a running event loop" in str(error), True)
        return
    raise AssertionError("no RuntimeError")


async def asyncio_run_in_a_thread_runs_a_loop_of_its_own():
    outer, watch = asyncio.get_running_loop(), Stopwatch()

    async def inner():
        same(asyncio.get_running_loop() is outer, False)
        begin = time.monotonic()
        same(await asyncio.gather(after(1, "a"), after(2, "b")), ["a", "b"])
        return round(time.monotonic() - begin, 6)

    same(await _in_a_plain_function(lambda: asyncio.run(inner())), 2.0)
    same(watch.seconds, 2.0)


async def asyncio_run_cancels_what_is_left_and_closes_generators():
    log = []

    async def ticks():
        try:
            while True:
                yield 1
        finally:
            log.append("generator closed")

    async def inner():
        asyncio.create_task(until_cancelled(log, "task cancelled"))
        generator = ticks()
        await anext(generator)
        log.append(generator.ag_running)
        await asyncio.sleep(1)
        log[0] = generator
        return "returned"

    same(await _in_a_plain_function(lambda: asyncio.run(inner())), "returned")
    same(log[1:], ["task cancelled", "generator closed"])


async def a_runner_keeps_loop_and_context():
    variable = contextvars.ContextVar("variable", default=0)

    async def bump():
        variable.set(variable.get() + 1)
        return variable.get(), asyncio.get_running_loop()

    def work():
        with asyncio.Runner() as runner:
            first, loop = runner.run(bump())
            second, again = runner.run(bump())
            same(runner.get_loop() is loop, True)
        return first, second, loop is again, loop.is_closed()

    same(await _in_a_plain_function(work), (1, 2, True, True))


async def loops_made_by_hand_run_until_complete():
    def work():
        loop = asyncio.new_event_loop()
        try:
            return loop.run_until_complete(after(1, "x"))
        finally:
            loop.close()

    same(await _in_a_plain_function(work), "x")


async def run_forever_ends_with_stop():
    def work():
        loop, log = asyncio.new_event_loop(), []
        loop.call_later(1, log.append, "tick")
        loop.call_later(2, loop.stop)
        loop.run_forever()
        loop.close()
        return log

    same(await _in_a_plain_function(work), ["tick"])


async def exceptions_leave_asyncio_run():
    async def inner():
        raise KeyError("out")

    try:
        await _in_a_plain_function(lambda: asyncio.run(inner()))
    except KeyError as error:
        same(error.args, ("out",))
        return
    raise AssertionError("no KeyError")


async def there_is_a_running_loop_only_where_one_runs():
    same(asyncio.get_running_loop() is asyncio.get_event_loop(), True)

    def work():
        try:
            asyncio.get_running_loop()
        except RuntimeError as error:
            return str(error)

    same(await _in_a_plain_function(work), "no running event loop")


async def a_closed_loop_refuses_work():
    def work():
        loop = asyncio.new_event_loop()
        loop.close()
        try:
            loop.call_soon(print)
        except RuntimeError as error:
            return str(error)

    same(await _in_a_plain_function(work), "Event loop is closed")


async def debug_mode_changes_nothing():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    try:
        same(await asyncio.gather(after(1, "a"), after(1, "b")), ["a", "b"])
    finally:
        loop.set_debug(False)

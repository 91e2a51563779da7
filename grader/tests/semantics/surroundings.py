"""The ends of async generators, runners, threads beside a loop, handlers, and what is not there."""

import asyncio
import contextvars
import threading
import time

from support import Stopwatch, after, same, show

variable = contextvars.ContextVar("variable", default="default")


async def aclose_runs_the_finally_block_and_ends_the_iteration():
    log = []

    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(1)
            log.append("closed")

    steps, watch = numbers(), Stopwatch()
    log.append(await anext(steps))
    await steps.aclose()
    same((log, watch.seconds, await anext(steps, "end")), ([1, "closed"], 1.0, "end"))


async def a_generator_that_yields_while_it_is_closed_is_refused():
    async def stubborn():
        try:
            yield 1
        finally:
            yield 2

    steps = stubborn()
    await anext(steps)
    try:
        await steps.aclose()
    except RuntimeError as error:
        show(str(error))


async def shutdown_asyncgens_closes_what_asyncio_run_leaves_open():
    log = []

    async def numbers(name):
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)
            log.append(name)

    async def main():
        global kept
        kept = [numbers("a"), numbers("b")]
        for steps in kept:
            await anext(steps)

    await asyncio.to_thread(asyncio.run, main())
    same(sorted(log), ["a", "b"])


async def the_finally_of_a_task_runs_when_asyncio_run_ends():
    log = []

    async def background():
        try:
            await asyncio.sleep(100)
        finally:
            log.append("cleaned")

    async def main():
        asyncio.create_task(background())
        await asyncio.sleep(0)
        return "result"

    same((await asyncio.to_thread(asyncio.run, main()), log), ("result", ["cleaned"]))


async def asyncio_run_wants_a_coroutine():
    def runs():
        try:
            asyncio.run(42)
        except (ValueError, TypeError) as error:
            return type(error).__name__ in ("ValueError", "TypeError")

    same(await asyncio.to_thread(runs), True)


async def a_runner_runs_several_things_in_one_loop_and_context():
    def runs():
        async def change():
            variable.set("changed")

        async def look():
            return variable.get(), id(asyncio.get_running_loop())

        with asyncio.Runner() as runner:
            runner.run(change())
            first, second = runner.run(look()), runner.run(look())
            return first == second, first[0], first[1] == id(runner.get_loop())

    same(await asyncio.to_thread(runs), (True, "changed", True))


async def a_closed_runner_runs_nothing():
    def runs():
        with asyncio.Runner() as runner:
            runner.run(after(0))
        work = after(0)
        try:
            runner.run(work)
        except RuntimeError as error:
            work.close()
            return str(error)

    same(await asyncio.to_thread(runs), "Runner is closed")


async def run_until_complete_of_a_loop_stopped_early_says_so():
    def runs():
        loop = asyncio.new_event_loop()
        loop.call_later(1, loop.stop)
        task = loop.create_task(asyncio.sleep(5))
        try:
            loop.run_until_complete(task)
        except RuntimeError as error:
            return str(error)
        finally:
            task.cancel()
            loop.run_until_complete(asyncio.wait([task]))
            loop.close()

    same(await asyncio.to_thread(runs), "Event loop stopped before Future completed.")


async def current_task_and_all_tasks_know_their_loop():
    me = asyncio.current_task()
    other = asyncio.create_task(asyncio.sleep(0))
    same((me in asyncio.all_tasks(), other in asyncio.all_tasks()), (True, True))
    await other
    same(other in asyncio.all_tasks(), False)

    def elsewhere():
        try:
            asyncio.current_task()
        except RuntimeError as error:
            return str(error)

    same(await asyncio.to_thread(elsewhere), "no running event loop")


async def to_thread_passes_arguments_and_results():
    def add(a, b, *, c):
        return a + b + c

    same(await asyncio.to_thread(add, 1, 2, c=3), 6)


async def stop_iteration_does_not_come_out_of_a_thread():
    def stops():  # since 3.13
        raise StopIteration("x")

    try:
        await asyncio.to_thread(stops)
    except RuntimeError as error:
        show(type(error).__name__)


async def run_coroutine_threadsafe_gives_value_error_and_cancellation():
    loop, log = asyncio.get_running_loop(), []

    async def fails():
        raise KeyError("k")

    def body():
        log.append(asyncio.run_coroutine_threadsafe(after(1, "value"), loop).result())
        try:
            asyncio.run_coroutine_threadsafe(fails(), loop).result()
        except KeyError as error:
            log.append(error.args)

    await asyncio.to_thread(body)
    same(log, ["value", ("k",)])


async def a_thread_cancels_a_coroutine_through_its_concurrent_future():
    loop, log = asyncio.get_running_loop(), []

    async def work():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            log.append("cancelled")
            raise

    def body():
        future = asyncio.run_coroutine_threadsafe(work(), loop)
        time.sleep(1)
        return future.cancel()

    same(await asyncio.to_thread(body), True)
    await asyncio.sleep(0.5)
    same(log, ["cancelled"])


async def run_coroutine_threadsafe_wants_a_coroutine():
    try:
        asyncio.run_coroutine_threadsafe(42, asyncio.get_running_loop())
    except TypeError as error:
        show(str(error))


async def results_of_threads_arrive_in_the_order_of_their_ends():
    log = []

    def body(seconds):
        time.sleep(seconds)
        return seconds

    for done in asyncio.as_completed([asyncio.to_thread(body, seconds) for seconds in (3, 1, 2)]):
        log.append(await done)
    same(log, [1, 2, 3])


async def the_loop_goes_on_while_threads_sleep():
    log = []

    async def ticks():
        for number in range(3):
            log.append(number)
            await asyncio.sleep(1)

    await asyncio.gather(ticks(), asyncio.to_thread(lambda: (time.sleep(1.5), log.append("thread"))))
    same(log, [0, 1, "thread", 2])


async def a_lock_keeps_two_threads_apart_where_they_sleep():
    lock, log = threading.Lock(), []

    def body(name, delay):
        time.sleep(delay)
        with lock:
            log.append(name + " in")
            time.sleep(2)
            log.append(name + " out")

    await asyncio.gather(asyncio.to_thread(body, "a", 0), asyncio.to_thread(body, "b", 1))
    same(log, ["a in", "a out", "b in", "b out"])


async def a_race_between_reading_and_writing_across_a_sleep_loses_updates():
    account = {"balance": 0}

    def deposit(delay):
        time.sleep(delay)
        balance = account["balance"]
        time.sleep(1)
        account["balance"] = balance + 10

    await asyncio.gather(asyncio.to_thread(deposit, 0), asyncio.to_thread(deposit, 0.5))
    same(account["balance"], 10)


async def two_threads_that_take_two_locks_in_one_order_do_not_stop_each_other():
    first, second, watch = threading.Lock(), threading.Lock(), Stopwatch()

    def body(delay):
        time.sleep(delay)
        with first:
            time.sleep(1)
            with second:
                time.sleep(1)

    await asyncio.gather(asyncio.to_thread(body, 0), asyncio.to_thread(body, 0.5))
    same(watch.seconds, 4.0)


async def the_default_handler_is_called_with_the_context():
    loop, seen = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda _, context: seen.append(sorted(context)))
    loop.call_exception_handler({"message": "m", "exception": ValueError()})
    same((seen, loop.get_exception_handler() is not None), ([["exception", "message"]], True))
    loop.set_exception_handler(None)


async def a_failing_timer_does_not_stop_the_others():
    loop, log = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda _, context: log.append(type(context["exception"]).__name__))
    loop.call_later(1, lambda: 1 / 0)
    loop.call_later(2, log.append, "second")
    await asyncio.sleep(3)
    loop.set_exception_handler(None)
    same(log, ["ZeroDivisionError", "second"])


async def an_exception_handler_must_be_callable():
    try:
        asyncio.get_running_loop().set_exception_handler(42)
    except TypeError as error:
        show(str(error))


async def debug_mode_can_be_asked_and_switched():
    loop = asyncio.get_running_loop()
    before = loop.get_debug()
    loop.set_debug(True)
    same((before, loop.get_debug()), (False, True))
    await asyncio.sleep(1)
    loop.set_debug(False)


async def debug_mode_refuses_call_soon_from_another_thread():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)

    def elsewhere():
        try:
            loop.call_soon(print)
        except RuntimeError as error:
            return str(error)

    same((await asyncio.to_thread(elsewhere)).startswith("Non-thread-safe operation"), True)
    loop.set_debug(False)


async def get_event_loop_inside_a_coroutine_is_the_running_one():
    same(asyncio.get_event_loop() is asyncio.get_running_loop(), True)


async def the_eager_factory_runs_the_first_step_inside_create_task():
    loop, log = asyncio.get_running_loop(), []
    loop.set_task_factory(asyncio.eager_task_factory)

    async def work():
        log.append(("begin", asyncio.current_task() is not outer))
        await asyncio.sleep(0)
        log.append("end")

    outer = asyncio.current_task()
    try:
        task = asyncio.create_task(work())
        log.append("made")
        same(asyncio.current_task() is outer, True)
        await task
    finally:
        loop.set_task_factory(None)
    same(log, [("begin", True), "made", "end"])


async def an_eager_task_that_fails_at_once_keeps_its_error():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    async def fails():
        raise ValueError("early")

    try:
        task = asyncio.create_task(fails())
        same((task.done(), repr(task.exception())), (True, "ValueError('early')"))
    finally:
        loop.set_task_factory(None)

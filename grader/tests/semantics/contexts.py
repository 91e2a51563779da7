"""Context variables: what tasks, callbacks and generators see of them."""

import asyncio
import contextvars

from support import same

variable = contextvars.ContextVar("variable", default="default")


async def a_task_sees_the_context_of_the_moment_it_was_made():
    async def look():
        return variable.get()

    variable.set("first")
    first = asyncio.create_task(look())
    variable.set("second")
    second = asyncio.create_task(look())
    same((await first, await second), ("first", "second"))


async def what_a_task_sets_stays_in_the_task():
    async def change():
        variable.set("changed")
        await asyncio.sleep(0)
        return variable.get()

    same((await asyncio.create_task(change()), variable.get()), ("changed", "default"))


async def what_an_awaited_coroutine_sets_stays():
    async def change():
        variable.set("changed")

    await change()
    same(variable.get(), "changed")


async def a_token_brings_the_value_back():
    token = variable.set("a")
    variable.set("b")
    variable.reset(token)
    same(variable.get(), "default")


async def timers_and_callbacks_run_in_the_context_of_their_making():
    loop, seen = asyncio.get_running_loop(), []
    variable.set("made")
    loop.call_later(1, lambda: seen.append(variable.get()))
    future = loop.create_future()
    future.add_done_callback(lambda _: seen.append(variable.get()))
    variable.set("later")
    future.set_result(None)
    await asyncio.sleep(2)
    same(seen, ["made", "made"])


async def two_tasks_given_one_context_share_it():
    context = contextvars.copy_context()

    async def change():
        variable.set("shared")

    async def look():
        return variable.get()

    await asyncio.create_task(change(), context=context)
    same((await asyncio.create_task(look(), context=context), variable.get()), ("shared", "default"))


async def each_step_of_an_async_generator_runs_in_the_context_of_who_asks():
    async def looks():
        while True:
            yield variable.get()

    steps, seen = looks(), []
    for value in ("a", "b"):
        variable.set(value)
        seen.append(await anext(steps))
    await steps.aclose()
    same(seen, ["a", "b"])

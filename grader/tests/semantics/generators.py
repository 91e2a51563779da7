"""Async generators, their finalisation, async context managers, async comprehensions."""

import asyncio
import contextlib
import gc

from support import Stopwatch, same


async def _ticks(count, log):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            yield number
    finally:
        log.append("closed")


async def an_async_generator_waits_between_its_items():
    log, watch = [], Stopwatch()
    same([item async for item in _ticks(3, log)], [0, 1, 2])
    same((log, watch.seconds), (["closed"], 3.0))


async def breaking_out_leaves_it_open_until_aclose():
    log = []
    ticks = _ticks(3, log)
    async for _ in ticks:
        break
    same(log, [])
    await ticks.aclose()
    same(log, ["closed"])


async def aclosing_closes_at_the_end_of_its_block():
    log = []
    async with contextlib.aclosing(_ticks(3, log)) as ticks:
        async for _ in ticks:
            break
    same(log, ["closed"])


async def a_dropped_async_generator_is_closed_by_the_loop():
    log = []
    ticks = _ticks(3, log)
    await anext(ticks)
    del ticks
    gc.collect()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    same(log, ["closed"])


async def finalisation_may_await():
    log = []

    async def slow_to_close():
        try:
            yield 1
        finally:
            await asyncio.sleep(2)
            log.append("closed")

    watch = Stopwatch()
    async with contextlib.aclosing(slow_to_close()) as items:
        same(await anext(items), 1)
    same((log, watch.seconds), (["closed"], 2.0))


async def asend_and_athrow_reach_the_generator():
    log = []

    async def echo():
        got = None
        while True:
            try:
                got = yield got
            except KeyError:
                log.append("thrown")
                got = "after"

    generator = echo()
    await generator.asend(None)
    same(await generator.asend("x"), "x")
    same(await generator.athrow(KeyError("k")), "after")
    await generator.aclose()
    same(log, ["thrown"])


async def exit_stacks_unwind_in_reverse_and_await():
    log = []

    @contextlib.asynccontextmanager
    async def resource(name):
        log.append("+" + name)
        try:
            yield name
        finally:
            await asyncio.sleep(1)
            log.append("-" + name)

    watch = Stopwatch()
    async with contextlib.AsyncExitStack() as stack:
        for name in "ab":
            await stack.enter_async_context(resource(name))
    same((log, watch.seconds), (["+a", "+b", "-b", "-a"], 2.0))


async def async_comprehensions_run_one_after_another():
    async def double(value):
        await asyncio.sleep(1)
        return 2 * value

    watch = Stopwatch()
    same([await double(value) for value in range(3)], [0, 2, 4])
    same(watch.seconds, 3.0)


async def anext_takes_a_default():
    log = []
    ticks = _ticks(1, log)
    same((await anext(ticks), await anext(ticks, "over")), (0, "over"))


async def two_tasks_cannot_drive_one_generator_at_once():
    ticks = _ticks(5, [])
    results = await asyncio.gather(anext(ticks), anext(ticks), return_exceptions=True)
    same((results[0], type(results[1])), (0, RuntimeError))
    await ticks.aclose()

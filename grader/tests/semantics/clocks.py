"""The clocks a program can read, and time.sleep."""

import asyncio
import datetime
import time

from support import same


def _readings():
    loop = asyncio.get_running_loop()
    return [
        time.time(), time.monotonic(), time.perf_counter(), loop.time(), datetime.datetime.now().timestamp(),
        datetime.datetime.now(datetime.UTC).timestamp(), time.time_ns() / 1e9, time.monotonic_ns() / 1e9,
        time.perf_counter_ns() / 1e9, time.clock_gettime(time.CLOCK_MONOTONIC),
    ]  # fmt: skip


async def every_clock_advances_by_what_was_slept():
    before = _readings()
    await asyncio.sleep(2.5)
    same([round(b - a, 5) for a, b in zip(before, _readings())], [2.5] * len(before))


async def time_sleep_stops_the_loop_and_advances_every_clock():
    log = []
    asyncio.get_running_loop().call_later(1, log.append, "timer")
    before = _readings()
    time.sleep(3)
    same([round(b - a, 5) for a, b in zip(before, _readings())], [3.0] * len(before))
    same(log, [])
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    same(log, ["timer"])


async def the_loop_s_clock_is_the_monotonic_one():
    same(abs(asyncio.get_running_loop().time() - time.monotonic()) < 1e-6, True)


async def wall_clock_and_monotonic_clock_have_different_origins():
    same(time.time() - time.monotonic() > 1_000_000, True)
    same(datetime.datetime.now(datetime.UTC).year >= 2020, True)


async def the_clock_stands_still_while_nothing_waits():
    before = time.perf_counter()
    sum(range(10_000))
    same(round(time.perf_counter() - before, 6), 0.0)


async def waiting_takes_no_processor_time():
    clocks = (time.process_time, time.thread_time)
    before = [clock() for clock in clocks]
    await asyncio.sleep(2.5)
    time.sleep(1)
    same([round(clock() - b, 1) for b, clock in zip(before, clocks)], [0.0, 0.0])
    same([type(time.process_time_ns()), type(time.thread_time_ns())], [int, int])


async def time_sleep_refuses_what_it_refuses_elsewhere():
    for value, error in ((-1, ValueError), ("1", TypeError), (float("nan"), ValueError)):
        try:
            time.sleep(value)
        except error:
            continue
        raise AssertionError(f"time.sleep({value!r}) was taken")
    time.sleep(0)
    time.sleep(True)


async def sleeping_tasks_that_a_blocked_loop_held_up_wake_afterwards_in_order():
    log = []

    async def sleeper(seconds):
        await asyncio.sleep(seconds)
        log.append(seconds)

    tasks = [asyncio.create_task(sleeper(seconds)) for seconds in (3, 1, 2)]
    await asyncio.sleep(0)
    time.sleep(5)
    await asyncio.gather(*tasks)
    same(log, [1, 2, 3])


async def tenths_of_a_second_add_up():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    for _ in range(10):
        await asyncio.sleep(0.1)
    same(round(loop.time() - begin, 6), 1.0)

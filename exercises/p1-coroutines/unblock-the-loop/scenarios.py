"""A roll-out that is up at a certain attempt, or never, and a spinner that tells whether the loop is free."""

import asyncio
from itertools import count

from overlap.judge import raises, scenario, tell


def rollout(world, up_at, name="check"):
    """`check` for a version that is up at this attempt (None: never); it takes no time, and its calls are recorded."""
    attempts = count(1)
    return world.service(name, reply=lambda: next(attempts) == up_at)


@scenario(
    "up at the third attempt, after two pauses",
    zh="第三次尝试成功，中间停顿两次",
    visible=True,
    hint="Waiting must not hold on to the thread; asyncio has a pause of its own.",
    hint_zh="等待的时候不能占着线程；asyncio 有自己的停顿方式。",
)
async def third_attempt(world, submission):
    answers = iter([False, False, True])
    attempt = await submission.poll(lambda: next(answers, True), 0.5, 5)
    assert attempt == 3
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario(
    "the spinner goes on turning",
    zh="图标一直在转",
    weight=3,
    hint="Nothing else in the loop runs as long as one function keeps the thread to itself.",
    hint_zh="只要有一个函数独占线程，循环里的其他任务就都无法运行。",
)
async def spinner(world, submission):
    check = rollout(world, up_at=5)
    pictures = []
    spinning = await world.task(submission.support.spin, lambda: pictures.append(float(world.now)))
    attempt = await submission.poll(check.blocking, 0.5, 8)
    spinning.cancel()
    assert not world.blocked
    assert world.elapsed == 2.0
    assert attempt == 5
    assert check.calls.begins == [0.0, 0.5, 1.0, 1.5, 2.0]
    assert len(pictures) == 14, tell("The spinner did not turn all the time.", zh="图标没有一直转动。")
    assert world.thread_calls == 0
    assert not world.trouble


@scenario(
    "up from the beginning: no pause at all",
    zh="一开始就已成功：完全不停顿",
    hint="The first attempt is made at once.",
    hint_zh="第一次尝试是立刻进行的。",
)
async def at_once(world, submission):
    check = rollout(world, up_at=1)
    attempt = await submission.poll(check.blocking, 30, 10)
    assert world.elapsed == 0.0
    assert attempt == 1
    assert check.call_count == 1
    assert not world.trouble


@scenario(
    "never up: told right after the last attempt",
    zh="始终没有成功：最后一次尝试之后马上返回",
    weight=2,
    hint="After the last attempt there is nothing left to wait for.",
    hint_zh="最后一次尝试之后，已经没有什么可等的了。",
)
async def never(world, submission):
    check = rollout(world, up_at=None)
    attempt = await submission.poll(check.blocking, 0.5, 5)
    assert world.elapsed == 2.0
    assert attempt is None
    assert check.call_count == 5
    assert check.calls.begins == [0.0, 0.5, 1.0, 1.5, 2.0]
    assert not world.trouble


@scenario(
    "other intervals, other limits, and a success at the last attempt",
    zh="换一组间隔和次数，最后一次才成功",
    hint="The interval and the number of attempts are the caller's.",
    hint_zh="间隔和次数由调用者决定。",
)
async def other_numbers(world, submission):
    for interval, attempts in ((2.5, 4), (0.25, 9), (10, 2)):
        check = rollout(world, up_at=attempts, name=f"check every {interval} s")
        with world.measure() as polling:
            attempt = await submission.poll(check.blocking, interval, attempts)
        assert polling.elapsed == interval * (attempts - 1)
        assert attempt == attempts
        assert check.call_count == attempts
    check = rollout(world, up_at=None)
    with world.measure() as single:
        attempt = await submission.poll(check.blocking, 60, 1)
    assert single.elapsed == 0.0
    assert attempt is None
    assert check.call_count == 1
    assert not world.trouble


@scenario(
    "who gives up waiting can do so during a pause",
    zh="停顿期间，随时可以放弃等待",
    hint="A task can be stopped where it awaits. Where it blocks, nobody can stop it.",
    hint_zh="任务在 `await` 的地方可以被停下；在阻塞的地方，谁也没法让它停。",
)
async def given_up(world, submission):
    check = rollout(world, up_at=None)
    polling = asyncio.create_task(submission.poll(check.blocking, 0.5, 100))
    await world.until(1.2)
    polling.cancel()
    await asyncio.wait([polling])
    assert not world.blocked
    with raises(asyncio.CancelledError):
        await polling
    assert world.elapsed == 1.2
    assert check.calls.begins == [0.0, 0.5, 1.0]
    assert not world.trouble


@scenario(
    "a dozen roll-outs are watched at once",
    zh="同时盯着十二个发布",
    weight=2,
    hint="Pauses of different roll-outs go by at the same time, in one thread.",
    hint_zh="不同发布的停顿可以同时流逝，而且只需要一个线程。",
)
async def a_dozen(world, submission):
    up_at = [2 + number % 7 for number in range(12)]
    checks = [rollout(world, at, name=f"check {number}") for number, at in enumerate(up_at)]
    polls = [submission.poll(check.blocking, 1.0, 10) for check in checks]
    attempts = await asyncio.gather(*polls)
    assert not world.blocked
    assert world.elapsed == 7.0
    assert attempts == up_at
    assert world.thread_calls == 0
    assert not world.trouble

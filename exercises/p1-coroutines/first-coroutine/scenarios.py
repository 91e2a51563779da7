"""Visitors of a lobby. The screen is a list that knows when each word was written."""

import asyncio

from overlap.judge import about, scenario


@scenario(
    "one visitor: hello, and world a second later",
    zh="一位访客：先是 hello，一秒之后是 world",
    visible=True,
    hint="A coroutine function is defined with `async def`, and what takes time in it is awaited.",
    hint_zh="协程函数用 `async def` 定义；其中需要花时间的操作要加上 `await`。",
)
async def one_visitor(world, submission):
    submission.require_async("hello")
    log = world.shared([])
    answer = await submission.hello(log)
    assert world.elapsed == 1.0
    assert log.timed == [(0.0, "hello"), (1.0, "world")]
    assert answer == "done"
    assert not world.trouble


@scenario(
    "two visitors at once: nobody waits for the other",
    zh="两位访客同时到：谁也不必等谁",
    weight=2,
    hint="While one visitor's second goes by, the other one's can go by, too, if nothing holds on to the thread.",
    hint_zh="一位访客的那一秒在流逝时，另一位的也可以同时流逝，前提是没有谁占着线程不放。",
)
async def two_visitors(world, submission):
    submission.require_async("hello")
    log = world.shared([])
    answers = await asyncio.gather(submission.hello(log), submission.hello(log))
    assert not world.blocked
    assert world.elapsed == 1.0
    assert log == ["hello", "hello", "world", "world"]
    assert answers == ["done", "done"]
    assert not world.trouble


@scenario(
    "half a second after the beginning, only hello is there",
    zh="开始半秒之后，屏幕上只有 hello",
    hint="The first word is written before the pause, the second one after it.",
    hint_zh="第一个词写在停顿之前，第二个词写在停顿之后。",
)
async def half_a_second(world, submission):
    submission.require_async("hello")
    log = world.shared([])
    greeting = asyncio.create_task(submission.hello(log))
    await world.until(0.5)
    assert log == ["hello"]
    await greeting
    assert world.elapsed == 1.0
    assert log == ["hello", "world"]
    assert not world.trouble


@scenario(
    "a call alone writes nothing: what counts is when it is awaited",
    zh="只调用，什么也不会写：何时 await，何时才开始",
    hint="Calling a coroutine function only makes a coroutine object. Its body begins when somebody awaits it.",
    hint_zh="调用协程函数只会得到一个协程对象，有人 `await` 它时，函数体才开始执行。",
)
async def prepared(world, submission):
    submission.require_async("hello")
    log = world.shared([])
    greeting = submission.hello(log)
    assert about(greeting).is_coroutine
    await world.sleep(3.0)
    assert log == []
    assert await greeting == "done"
    assert world.elapsed == 4.0
    assert log.timed == [(3.0, "hello"), (4.0, "world")]
    unused = submission.hello(log)
    unused.close()
    assert len(log) == 2
    assert not world.trouble


@scenario(
    "visitors come and go: each has a second of their own",
    zh="访客陆续到来：每个人都有自己的一秒",
    weight=2,
    hint="A visitor's second begins with their own hello, whoever else is waiting just then.",
    hint_zh="每位访客的一秒从自己的 hello 开始算起，与当时还有谁在等无关。",
)
async def come_and_go(world, submission):
    submission.require_async("hello")
    arrivals = [0.0, 0.3, 0.7, 1.2]
    screens = [world.shared([]) for _ in arrivals]

    async def visit(arrival, screen):
        await world.sleep(arrival)
        return await submission.hello(screen)

    answers = await asyncio.gather(*map(visit, arrivals, screens))
    assert not world.blocked
    assert world.elapsed == 2.2
    for arrival, screen in zip(arrivals, screens):
        assert screen.timed == [(arrival, "hello"), (arrival + 1.0, "world")]
    assert answers == ["done"] * len(arrivals)
    assert not world.trouble

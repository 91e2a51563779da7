"""A warehouse that is asked for figures, and a printer. No two steps end at the same moment."""

import asyncio

from overlap.judge import raises, scenario, tell


def office(world, *, fetch=2.0, header=1.5, **failures):
    """The three steps; `failures` gives exceptions by name."""
    return (
        world.service("fetch", latency=fetch, reply=world.secret("figures"), fail=failures.get("fetch_fails")),
        world.service("header", latency=header, reply=world.secret("header"), fail=failures.get("header_fails")),
        world.service("body", latency=0.5, reply=lambda data: world.secret(("body", data))),
    )


@scenario(
    "the figures are fetched while the header is printed",
    zh="打印页眉的同时取数据",
    visible=True,
    weight=2,
    hint="Start fetching before you wait for the header.",
    hint_zh="在等待页眉之前，先把取数据的工作启动起来。",
)
async def side_by_side(world, submission):
    fetch = world.service("fetch", latency=2.0, reply="12 orders")
    header = world.service("header", latency=1.5, reply="Monday")
    body = world.service("body", latency=0.5, reply=lambda data: f"{data} printed")
    printed = await submission.report(fetch, header, body)
    assert world.elapsed == 2.5
    assert printed == ("Monday", "12 orders printed")


@scenario(
    "the body waits for the figures and gets them",
    zh="正文等待数据，并且拿到数据",
    hint="The body can begin only with the data in hand: a task or a coroutine is not the data.",
    hint_zh="手里有了数据，正文才能开始：任务和协程都不是数据。",
)
async def body_needs_data(world, submission):
    fetch, header, body = office(world, fetch=3.0, header=0.75)
    printed = await submission.report(fetch, header, body)
    assert body.order == [world.secret("figures")]
    assert body.calls.begins == [3.0]
    assert world.elapsed == 3.5
    assert printed == (world.secret("header"), world.secret(("body", world.secret("figures"))))
    assert [step.call_count for step in (fetch, header, body)] == [1, 1, 1]
    assert not world.trouble


@scenario(
    "the body waits for the header, even when the figures are there first",
    zh="即使数据先到，正文也要等页眉打完",
    hint="Header and body share one sheet: the body begins when both the header and the figures are there.",
    hint_zh="页眉和正文印在同一张纸上：页眉和数据都好了，正文才能开始。",
)
async def body_needs_header(world, submission):
    fetch, header, body = office(world, fetch=0.5, header=2.25)
    printed = await submission.report(fetch, header, body)
    assert fetch.calls.begins == [0.0]
    assert body.calls.begins == [2.25]
    assert body.order == [world.secret("figures")], tell("`body` was not given the figures.", zh="交给 `body` 的不是取到的数据。")
    assert world.elapsed == 2.75
    assert printed == (world.secret("header"), world.secret(("body", world.secret("figures"))))
    assert not world.trouble


@scenario(
    "without a header nobody goes on fetching figures",
    zh="没有页眉，就不再继续取数据",
    weight=2,
    hint="An exception leaves your function at the await that raised it. Who stops the task that you started before?",
    hint_zh="异常会从抛出它的那个 await 处离开你的函数。那么之前启动的任务由谁来停止？",
)
async def header_fails(world, submission):
    failure = OSError("out of paper")
    fetch, header, body = office(world, header=0.75, header_fails=failure)
    with raises(OSError, ExceptionGroup) as caught:
        await submission.report(fetch, header, body)
    assert world.cancelled == {"fetch"}
    assert world.elapsed == 0.75
    assert body.call_count == 0
    assert caught.leaves == [failure]
    assert not world.trouble


@scenario(
    "fetching that is called off closes its connection first",
    zh="被取消的取数据工作先关闭连接",
    hint="`cancel()` is a request; the task still has to be awaited, so that its clean-up has run when you return.",
    hint_zh="`cancel()` 只是一个请求；还要 `await` 那个任务，这样函数返回时它的清理才已经做完。",
)
async def clean_up(world, submission):
    closed = []
    _, header, body = office(world, header=0.75, header_fails=OSError("out of paper"))

    async def fetch():
        try:
            await world.sleep(2.0)
        finally:
            await world.sleep(0.5)
            closed.append(world.now)

    with raises(OSError, ExceptionGroup):
        await submission.report(fetch, header, body)
    assert not world.leaked_tasks
    assert world.elapsed == 1.25
    assert closed == [1.25]
    assert not world.trouble


@scenario(
    "without figures no body is printed, and nothing goes on printing",
    zh="没有数据就不打印正文，也不再继续打印",
    hint="If the figures cannot be fetched, let the error out, and see to it that the header is not still being printed then.",
    hint_zh="取不到数据时让错误传出去，并确保这时页眉不会还在打印。",
)
async def fetch_fails(world, submission):
    failure = ConnectionError("the warehouse is closed")
    fetch, header, body = office(world, fetch=0.5, header=1.5, fetch_fails=failure)
    with raises(ConnectionError, ExceptionGroup) as caught:
        await submission.report(fetch, header, body)
    assert not world.leaked_tasks
    assert body.call_count == 0
    assert caught.leaves == [failure]
    assert not world.trouble


@scenario(
    "a report that is cancelled calls off its steps",
    zh="报表被取消时，它的步骤也被取消",
    weight=2,
    hint="A cancellation is a CancelledError at your await, and no Exception. What you started must not outlive it.",
    hint_zh="取消会在你的 await 处变成 CancelledError，而它不是 Exception。你启动的任务不能比你活得更久。",
)
async def cancelled_from_outside(world, submission):
    fetch, header, body = office(world)
    running = asyncio.create_task(submission.report(fetch, header, body))
    await world.until(0.25)
    running.cancel()
    with raises(asyncio.CancelledError):
        await running
    assert world.cancelled == {"fetch", "header"}
    assert world.elapsed == 0.25
    assert not world.trouble

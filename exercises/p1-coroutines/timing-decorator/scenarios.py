"""Steps of support.py, decorated by the submission. The times of their calls are the host's. They are whole and half
seconds, so that the difference of two readings is exact on every clock, `time.time()` and `datetime.now()` included."""

import asyncio

from overlap.judge import about, raises, scenario, tell


def timed_steps(world, submission, report, **options):
    """`fetch_page`, timed, and the service behind it: page 1 takes 2.5 s, page 2 takes 1.0 s, others 0.5 s."""
    pages = world.service(
        "pages",
        latency=lambda number, attempts: {1: 2.5, 2: 1.0}.get(number, 0.5),
        reply=lambda number, attempts: world.secret((number, attempts)),
        **options,
    )
    return submission.async_timed(report)(submission.support.fetch_page), pages


@scenario(
    "one run: the result as before, and its seconds in the report",
    zh="一次运行：结果不变，秒数记入报告",
    visible=True,
    hint="The wrapper has to be there from the first line of the step to its end: it must await the step.",
    hint_zh="从步骤的第一行到结束，包装函数都要在场：它得 `await` 这个步骤。",
)
async def one_run(world, submission):
    world.service("pages", latency=1.0, reply=lambda number, attempts: f"page {number}")
    report = world.shared([])
    fetch_page = submission.async_timed(report)(submission.support.fetch_page)
    page = await fetch_page(7)
    assert page == "page 7"
    assert world.elapsed == 1.0
    assert report == [("fetch_page", 1.0)]
    assert not world.trouble


@scenario(
    "the decorated step is a coroutine function with the step's name",
    zh="装饰之后仍是协程函数，名字也不变",
    hint="Other code asks what a function is and what it is called. `async def` answers the one, `functools.wraps` the other.",
    hint_zh="别的代码会问：这是什么函数，叫什么名字？`async def` 回答前一个，`functools.wraps` 回答后一个。",
)
async def same_form(world, submission):
    report = world.shared([])
    fetch_page, _ = timed_steps(world, submission, report)
    store_page = submission.async_timed(report)(submission.support.store_page)
    assert about(fetch_page).is_coroutine_function
    assert about(store_page).is_coroutine_function
    for step, name in ((fetch_page, "fetch_page"), (store_page, "store_page")):
        assert about(step).name == name, tell(
            f"After decoration `{name}` is called `{about(step).name}`.", zh=f"装饰之后，`{name}` 的名字变成了 `{about(step).name}`。"
        )
    assert report == []
    assert not world.trouble


@scenario(
    "arguments reach the step, by position and by name",
    zh="参数原样传到，无论按位置还是按名字",
    hint="The wrapper knows nothing about the step's parameters; it passes on whatever it is given.",
    hint_zh="包装函数不知道步骤有哪些参数，收到什么就传什么。",
)
async def arguments(world, submission):
    report = world.shared([])
    fetch_page, pages = timed_steps(world, submission, report)
    shelf = world.service("shelf", latency=1.0, reply=lambda page, shelf: f"{page} on {shelf}")
    store_page = submission.async_timed(report)(submission.support.store_page)
    page = await fetch_page(3, attempts=5)
    assert page == world.secret((3, 5))
    place = await store_page(page, shelf="left")
    assert place == f"{page} on left"
    assert shelf.order == [(page, "left")]
    assert await fetch_page(number=4) == world.secret((4, 1))
    assert report == [("fetch_page", 0.5), ("store_page", 1.0), ("fetch_page", 0.5)]
    assert not world.trouble


@scenario(
    "two runs at once: each has its own seconds",
    zh="两次运行同时进行：各记各的秒数",
    weight=2,
    hint="What belongs to one run must not be kept where the other runs find it, too.",
    hint_zh="属于某一次运行的东西，不能放在其他运行也会用到的地方。",
)
async def two_runs(world, submission):
    report = world.shared([])
    fetch_page, pages = timed_steps(world, submission, report)
    first = asyncio.create_task(fetch_page(1))
    await world.until(0.5)
    second = asyncio.create_task(fetch_page(2))
    got = [await first, await second]
    assert world.elapsed == 2.5
    assert pages.peak == 2
    assert got == [world.secret((1, 1)), world.secret((2, 1))]
    assert report.timed == [(1.5, ("fetch_page", 1.0)), (2.5, ("fetch_page", 2.5))]
    assert not world.trouble


@scenario(
    "a run that fails is in the report, and its exception comes out",
    zh="失败的运行也要记录，异常照样抛出",
    weight=2,
    hint="An exception leaves the wrapper at the `await`. What stands below is skipped, unless it stands in the right kind of block.",
    hint_zh="异常会从 `await` 处离开包装函数，下面的代码会被跳过，除非写在合适的语句块里。",
)
async def failing_run(world, submission):
    broken = ConnectionError("catalogue closed", world.secret("why"))
    report = world.shared([])
    fetch_page, _ = timed_steps(world, submission, report, fail=lambda number, _: broken if number == 3 else None)
    await fetch_page(2)
    with raises(ConnectionError) as caught:
        await fetch_page(3)
    assert caught.value is broken
    assert world.elapsed == 1.5
    assert report == [("fetch_page", 1.0), ("fetch_page", 0.5)]
    assert not world.trouble


@scenario(
    "a run that is cancelled is in the report, and stays cancelled",
    zh="被取消的运行也要记录，而且仍是被取消",
    hint="A cancellation is no `Exception`, and it must go on to whoever cancelled.",
    hint_zh="取消不属于 `Exception`，而且必须继续传给发起取消的一方。",
)
async def cancelled_run(world, submission):
    report = world.shared([])
    fetch_page, pages = timed_steps(world, submission, report)
    running = asyncio.create_task(fetch_page(1))
    await world.until(1.5)
    running.cancel()
    with raises(asyncio.CancelledError):
        await running
    assert len(pages.cancelled) == 1
    assert report == [("fetch_page", 1.5)]
    assert world.elapsed == 1.5
    assert not world.trouble


@scenario(
    "the clock starts with the run, not with the call",
    zh="从开始运行时计时，而不是从调用时",
    weight=2,
    hint="A coroutine may be made long before it is awaited. Until then nothing runs, and nothing may be recorded.",
    hint_zh="协程可能早早就创建好，很久以后才被 `await`。在那之前什么也没运行，也就不该有任何记录。",
)
async def called_early(world, submission):
    report = world.shared([])
    fetch_page, pages = timed_steps(world, submission, report)
    prepared = fetch_page(2)
    await world.sleep(5.0)
    await prepared
    assert pages.calls.begins == [5.0]
    assert report.timed == [(6.0, ("fetch_page", 1.0))]
    assert not world.trouble


@scenario(
    "two reports do not mix",
    zh="两份报告互不混淆",
    hint="Each use of `async_timed` has the report that it was given.",
    hint_zh="每次使用 `async_timed`，用的都是当时传给它的那份报告。",
)
async def two_reports(world, submission):
    first, second = world.shared([]), world.shared([])
    fetch_page, _ = timed_steps(world, submission, first)
    again = submission.async_timed(second)(submission.support.fetch_page)
    await asyncio.gather(fetch_page(2), again(1))
    await again(5)
    assert first == [("fetch_page", 1.0)]
    assert second == [("fetch_page", 2.5), ("fetch_page", 0.5)]
    assert not world.trouble

"""Shops that are asked for offers. No two of them ever answer at the same moment."""

import asyncio

from overlap.judge import raises, scenario


class Page:
    """What the visitor sees: what was called, with the moment of each call."""

    def __init__(self, world):
        self.shown = world.shared([])

    def on_result(self, name, result):
        self.shown.append((name, result))

    def on_error(self, name, error):
        self.shown.append((name, error))

    async def fill(self, submission, jobs):
        await submission.stream(jobs, self.on_result, self.on_error)


def shops(world, seconds, **failures):
    """Jobs for shops with these latencies; `failures` gives exceptions by name."""
    return [
        (name, world.service(name, latency=latency, reply=world.secret(name), fail=failures.get(name)))
        for name, latency in seconds.items()
    ]


@scenario(
    "each offer is shown at the moment it arrives",
    zh="每个报价一到就显示",
    visible=True,
    weight=2,
    hint="Nothing may be kept back until all have answered.",
    hint_zh="不能把结果攒着，等全部答复之后才显示。",
)
async def as_they_arrive(world, submission):
    bookworm = world.service("bookworm", latency=3.0, reply=14)
    paperback = world.service("paperback", latency=1.0, reply=9)
    attic = world.service("attic", latency=2.0, reply=5)
    shown = world.shared([])
    await submission.stream(
        [("bookworm", bookworm), ("paperback", paperback), ("attic", attic)],
        lambda name, result: shown.append(f"{name}: {result}"),
        lambda name, error: shown.append(f"{name} failed"),
    )
    assert shown.timed == [(1.0, "paperback: 9"), (2.0, "attic: 5"), (3.0, "bookworm: 14")]
    assert world.elapsed == 3.0


@scenario(
    "a shop that fails is reported, and the others are still shown",
    zh="失败的书店会被报告，其他书店照常显示",
    weight=2,
    hint="An exception ends what it is raised in. Catch it where only one job is lost.",
    hint_zh="异常会终结抛出它的那段代码。要在只损失一个任务的地方捕获它。",
)
async def one_fails(world, submission):
    failure = ConnectionError("closed on Mondays")
    page = Page(world)
    await page.fill(submission, shops(world, {"a": 3.0, "b": 1.0, "x": 1.5, "c": 2.0}, x=failure))
    assert page.shown.timed == [
        (1.0, ("b", world.secret("b"))),
        (1.5, ("x", failure)),
        (2.0, ("c", world.secret("c"))),
        (3.0, ("a", world.secret("a"))),
    ]
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario(
    "several shops may fail, the first and the last among them",
    zh="可以有好几家书店失败，包括最先和最后的",
    hint="Whatever a job raises belongs to this job, even a TimeoutError or a LookupError.",
    hint_zh="任务抛出的任何异常都只属于这个任务，哪怕是 TimeoutError 或 LookupError。",
)
async def several_fail(world, submission):
    failures = {"a": TimeoutError("too slow"), "c": LookupError("no such book"), "d": ValueError("no price")}
    page = Page(world)
    await page.fill(submission, shops(world, {"a": 0.5, "b": 1.25, "c": 0.75, "d": 2.5}, **failures))
    assert page.shown.timed == [
        (0.5, ("a", failures["a"])),
        (0.75, ("c", failures["c"])),
        (1.25, ("b", world.secret("b"))),
        (2.5, ("d", failures["d"])),
    ]
    assert not world.trouble


@scenario(
    "thirty shops: every offer is shown under its own name",
    zh="三十家书店：每个报价都显示在自己的名字下",
    seeds=3,
    hint="What has just been done is not the next in the list. How do you know which job it was?",
    hint_zh="刚刚完成的并不是列表中的下一个。你怎么知道它是哪个任务？",
)
async def thirty(world, submission):
    names = [f"shop {number}" for number in range(30)]
    places = world.random.sample(range(1, 31), 30)
    seconds = {name: place / 8 for name, place in zip(names, places)}
    page = Page(world)
    await page.fill(submission, shops(world, seconds))
    in_order = sorted(names, key=seconds.get)
    assert page.shown.timed == [(seconds[name], (name, world.secret(name))) for name in in_order]
    assert not world.trouble


@scenario(
    "other tasks of the program are left alone",
    zh="不去碰程序里的其他任务",
    hint="Wait for the tasks that you have made, and for no others: keep them, instead of asking the event loop for all.",
    hint_zh="只等待你自己创建的任务：把它们保存下来，而不是向事件循环要全部任务。",
)
async def not_alone(world, submission):
    visitors = world.service("counting visitors", latency=6.0, reply=world.secret("visitors"))
    counting = await world.task(visitors)
    page = Page(world)
    await page.fill(submission, shops(world, {"a": 2.0, "b": 1.0}))
    assert world.elapsed == 2.0
    assert page.shown.timed == [(1.0, ("b", world.secret("b"))), (2.0, ("a", world.secret("a")))]
    await world.until(2.5)
    assert world.cancelled == set()
    assert await counting == world.secret("visitors")
    assert world.elapsed == 6.0
    assert not world.trouble


@scenario(
    "when the visitor leaves, the other shops are no longer waited for",
    zh="访客离开后，不再等待其余书店",
    weight=2,
    hint="What you have started goes on when you are cancelled, unless somebody cancels it, too.",
    hint_zh="你被取消时，你启动的任务仍会继续，除非有人把它们也取消。",
)
async def cancelled_from_outside(world, submission):
    page = Page(world)
    jobs = shops(world, {"a": 3.0, "b": 1.0, "c": 2.0})
    streaming = asyncio.create_task(page.fill(submission, jobs))
    await world.until(1.5)
    streaming.cancel()
    with raises(asyncio.CancelledError):
        await streaming
    assert world.cancelled == {"a", "c"}
    assert world.elapsed == 1.5
    assert page.shown.timed == [(1.0, ("b", world.secret("b")))]
    assert not world.trouble


@scenario(
    "no shops at all",
    zh="一家书店也没有",
    hint="With nobody to ask there is nothing to wait for. Some ways of waiting refuse an empty collection.",
    hint_zh="没有书店可问，就没有什么要等。有些等待方式不接受空集合。",
)
async def no_shops(world, submission):
    page = Page(world)
    await page.fill(submission, [])
    assert world.elapsed == 0.0
    assert page.shown == []
    assert not world.trouble

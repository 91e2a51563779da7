"""Files that are copied. No two jobs ever end at the same moment."""

import asyncio

from overlap.judge import raises, scenario


def copies(world, seconds, **failures):
    """Jobs with these durations; `failures` gives exceptions by name."""
    return [
        world.service(name, latency=latency, reply=world.secret(name), fail=failures.get(name))
        for name, latency in seconds.items()
    ]


def names(world, *files):
    return sorted(world.secret(file) for file in files)


@scenario(
    "a failure ends the run, and what was copied before is reported",
    zh="一次失败就结束运行，并报告之前已复制的文件",
    visible=True,
    weight=2,
    hint="Look at every task after the failure: those that are done have a result.",
    hint_zh="失败之后逐个查看任务：已经完成的都有结果。",
)
async def one_fails(world, submission):
    full = OSError("disk full")
    a = world.service("a", latency=1.0, reply="a.jpg")
    b = world.service("b", latency=2.0, fail=full)
    c = world.service("c", latency=5.0, reply="c.jpg")
    copied, error = await submission.run_batch([a, b, c])
    assert world.elapsed == 2.0
    assert copied == ["a.jpg"]
    assert error is full
    assert world.cancelled == {"c"}


@scenario(
    "without a failure all is copied, and the report is sorted",
    zh="没有失败就全部复制，报告是有序的",
    seeds=3,
    hint="The report is sorted by name: neither the order of the jobs nor the order in which they end.",
    hint_zh="报告按名字排序，既不是任务的顺序，也不是完成的顺序。",
)
async def all_goes_well(world, submission):
    places = world.random.sample(range(1, 21), 20)
    seconds = {f"file {number}": place / 4 for number, place in enumerate(places)}
    copied, error = await submission.run_batch(copies(world, seconds))
    assert error is None
    assert copied == names(world, *seconds)
    assert world.elapsed == 5.0
    assert not world.trouble


@scenario(
    "the run goes on until the first failure, not only until the first job has ended",
    zh="运行到第一次失败为止，而不是到第一个任务结束为止",
    weight=2,
    hint="Jobs that end well are no reason to stop.",
    hint_zh="顺利结束的任务不是停下来的理由。",
)
async def fails_late(world, submission):
    failure = PermissionError("read only")
    jobs = copies(world, {"d": 0.5, "b": 3.0, "a": 1.5, "e": 4.5, "c": 2.25}, b=failure)
    copied, error = await submission.run_batch(jobs)
    assert world.elapsed == 3.0
    assert world.cancelled == {"e"}
    assert copied == names(world, "a", "c", "d")
    assert error is failure
    assert not world.trouble


@scenario(
    "a withdrawn job is no failure",
    zh="被撤回的任务不算失败",
    weight=2,
    hint="A cancelled task has neither a result nor an exception, and asking it for one raises CancelledError.",
    hint_zh="被取消的任务既没有结果也没有异常，去问它要就会抛出 CancelledError。",
)
async def withdrawn(world, submission):
    async def withdraw():
        await world.sleep(0.5)
        raise asyncio.CancelledError

    jobs = copies(world, {"b": 2.0, "a": 1.0})
    copied, error = await submission.run_batch([jobs[0], withdraw, jobs[1]])
    assert world.elapsed == 2.0
    assert error is None
    assert copied == names(world, "a", "b")
    assert world.cancelled == set()
    assert not world.trouble


@scenario(
    "jobs that are called off finish their clean-up first, and what fails there is not reported",
    zh="被取消的任务先做完清理，清理中的错误不报告",
    hint="Wait until the cancelled jobs have ended. Which error was the first has been decided by then.",
    hint_zh="要等被取消的任务结束。这时，谁是最先的错误早已确定了。",
)
async def clean_up(world, submission):
    full, another = OSError("disk full"), ValueError("cannot remove what was copied by half")
    removed = []

    async def half_a_copy():
        try:
            await world.sleep(9.0)
        finally:
            await world.sleep(0.25)
            removed.append(world.now)
            raise another

    jobs = copies(world, {"b": 2.0, "a": 1.0}, b=full)
    copied, error = await submission.run_batch([half_a_copy, *jobs])
    assert not world.leaked_tasks
    assert world.elapsed == 2.25
    assert removed == [2.25]
    assert error is full
    assert copied == names(world, "a")
    assert not world.never_awaited


@scenario(
    "a run that is cancelled cancels its jobs",
    zh="运行被取消时，任务也被取消",
    hint="`asyncio.wait` does not cancel what it waits for, not even when it is cancelled itself.",
    hint_zh="`asyncio.wait` 不会取消它所等待的任务，连它自己被取消时也不会。",
)
async def cancelled_from_outside(world, submission):
    running = asyncio.create_task(submission.run_batch(copies(world, {"a": 1.0, "b": 2.0, "c": 5.0})))
    await world.until(1.5)
    running.cancel()
    with raises(asyncio.CancelledError):
        await running
    assert world.cancelled == {"b", "c"}
    assert world.elapsed == 1.5
    assert not world.trouble


@scenario(
    "nothing to copy",
    zh="没有要复制的文件",
    hint="Some ways of waiting refuse an empty collection.",
    hint_zh="有些等待方式不接受空集合。",
)
async def nothing(world, submission):
    copied, error = await submission.run_batch([])
    assert copied == []
    assert error is None
    assert world.elapsed == 0.0
    assert not world.trouble

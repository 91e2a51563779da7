"""Airlines that are asked for connections. No two of them answer at the same moment, and none at the deadline."""

import asyncio

from overlap.judge import raises, scenario


def airlines(world, *seconds):
    """One job for each latency, called "airline 0", "airline 1" and so on."""
    return [
        world.service(f"airline {number}", latency=latency, reply=world.secret(number))
        for number, latency in enumerate(seconds)
    ]


def answers(world, count):
    return [world.secret(number) for number in range(count)]


@scenario(
    "at the deadline progress is shown, and the search goes on",
    zh="到了截止时间就显示进展，查询继续进行",
    visible=True,
    weight=2,
    hint="The deadline must not end anything. Wait for a while, look, and wait again.",
    hint_zh="截止时间不能结束任何东西。等一会儿，看一看，再继续等。",
)
async def two_of_three(world, submission):
    quick = world.service("quick", latency=0.5, reply="via Rome")
    slow = world.service("slow", latency=3.0, reply="via Oslo")
    middle = world.service("middle", latency=1.0, reply="direct")
    shown = world.shared([])
    found = await submission.collect(
        [quick, slow, middle], 2.0, lambda done, pending: shown.append(f"{done} done, {pending} pending")
    )
    assert shown.timed == [(2.0, "2 done, 1 pending")]
    assert slow.call_count == 1
    assert world.elapsed == 3.0
    assert found == ["via Rome", "via Oslo", "direct"]


@scenario(
    "each airline is asked once, and none is called off",
    zh="每家航空公司只问一次，也不取消任何一家",
    weight=2,
    hint="What is pending is still running. Wait for the same tasks again, instead of starting the jobs anew.",
    hint_zh="未完成的任务还在运行。再等同一批任务就行，不要重新启动。",
)
async def asked_once(world, submission):
    jobs = airlines(world, 4.0, 0.75, 5.5, 1.25)
    shown = world.shared([])
    found = await submission.collect(jobs, 1.5, lambda *numbers: shown.append(numbers))
    assert world.cancelled == set()
    assert [job.call_count for job in jobs] == [1, 1, 1, 1]
    assert world.elapsed == 5.5
    assert shown.timed == [(1.5, (2, 2))]
    assert found == answers(world, 4)
    assert not world.trouble


@scenario(
    "when all is there before the deadline, nobody waits for it",
    zh="如果截止时间之前就全部完成，就不再等它",
    weight=2,
    hint="The deadline is the latest moment for the progress. If everything is there earlier, it is shown earlier.",
    hint_zh="截止时间是显示进展的最晚时刻。如果全部提前完成，就提前显示。",
)
async def all_early(world, submission):
    jobs = airlines(world, 0.5, 1.0, 0.75)
    shown = world.shared([])
    found = await submission.collect(jobs, 2.0, lambda *numbers: shown.append(numbers))
    assert shown.timed == [(1.0, (3, 0))]
    assert world.elapsed == 1.0
    assert found == answers(world, 3)
    assert not world.trouble


@scenario(
    "at the deadline there may be nothing yet",
    zh="到了截止时间可能什么都还没有",
    hint="Progress is shown also when it is none.",
    hint_zh="即使没有任何进展，也要显示。",
)
async def nothing_yet(world, submission):
    jobs = airlines(world, 2.5, 1.5, 3.25)
    shown = world.shared([])
    found = await submission.collect(jobs, 1.0, lambda *numbers: shown.append(numbers))
    assert shown.timed == [(1.0, (0, 3))]
    assert world.elapsed == 3.25
    assert found == answers(world, 3)
    assert not world.trouble


@scenario(
    "thirty airlines: the results come in the order of the jobs",
    zh="三十家航空公司：结果按任务的顺序返回",
    weight=2,
    seeds=3,
    hint="`done` and `pending` are sets and have no order. Which collection do you have that is in the right one?",
    hint_zh="`done` 和 `pending` 是集合，没有顺序。你手里哪个容器的顺序是对的？",
)
async def thirty(world, submission):
    seconds = [place / 8 for place in world.random.sample(range(1, 31), 30)]
    shown = world.shared([])
    found = await submission.collect(airlines(world, *seconds), 2.0625, lambda *numbers: shown.append(numbers))
    assert found == answers(world, 30)
    assert shown.timed == [(2.0625, (16, 14))]
    assert world.elapsed == 3.75
    assert not world.trouble


@scenario(
    "a search that is cancelled before the deadline asks nobody any longer",
    zh="截止时间之前被取消的查询不再询问任何人",
    hint="`asyncio.wait` does not cancel what it waits for, not even when it is cancelled itself.",
    hint_zh="`asyncio.wait` 不会取消它所等待的任务，连它自己被取消时也不会。",
)
async def cancelled_early(world, submission):
    shown = world.shared([])
    jobs = airlines(world, 0.5, 3.0, 4.0)
    searching = asyncio.create_task(submission.collect(jobs, 2.0, lambda *numbers: shown.append(numbers)))
    await world.until(1.0)
    searching.cancel()
    with raises(asyncio.CancelledError):
        await searching
    assert world.cancelled == {"airline 1", "airline 2"}
    assert world.elapsed == 1.0
    assert shown == []
    assert not world.trouble


@scenario(
    "a search that is cancelled after the deadline asks nobody any longer",
    zh="截止时间之后被取消的查询不再询问任何人",
    hint="After the deadline you wait a second time. A cancellation may come then, too.",
    hint_zh="截止时间之后你会再等一次。取消也可能发生在那时。",
)
async def cancelled_late(world, submission):
    shown = world.shared([])
    jobs = airlines(world, 0.5, 3.0, 4.0)
    searching = asyncio.create_task(submission.collect(jobs, 2.0, lambda *numbers: shown.append(numbers)))
    await world.until(2.5)
    searching.cancel()
    with raises(asyncio.CancelledError):
        await searching
    assert world.cancelled == {"airline 1", "airline 2"}
    assert world.elapsed == 2.5
    assert shown == [(1, 2)]
    assert not world.trouble

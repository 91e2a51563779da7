"""Partners of a travel site: no two of them ever answer at the same moment."""

import asyncio

from overlap.judge import raises, scenario


def partners(world, **failures):
    """An airline (3.0 s), a hotel (1.0 s) and a car rental (2.0 s); `failures` gives exceptions by name."""
    latencies = {"flight": 3.0, "hotel": 1.0, "car": 2.0}
    return [
        world.service(name, latency=latency, reply=world.secret(name), fail=failures.get(name))
        for name, latency in latencies.items()
    ]


def as_jobs(flight, hotel, car):
    return [("flight", flight), ("hotel", hotel), ("car", car)]


class SoldOut(Exception):
    """An error that the submission cannot know."""


@scenario(
    "best effort: all partners are asked at the same time",
    zh="尽力而为：同时询问所有伙伴",
    visible=True,
    hint="Every job has to be started before the first one is waited for.",
    hint_zh="要先启动所有任务，再开始等待。",
)
async def best_effort_succeeds(world, submission):
    flight = world.service("flight", latency=3.0, reply="LH 712, 480 euros")
    hotel = world.service("hotel", latency=1.0, reply="Seaview, 90 euros")
    car = world.service("car", latency=2.0, reply="small car, 35 euros")
    results, errors = await submission.best_effort([("flight", flight), ("hotel", hotel), ("car", car)])
    assert list(results.items()) == [
        ("flight", "LH 712, 480 euros"),
        ("hotel", "Seaview, 90 euros"),
        ("car", "small car, 35 euros"),
    ]
    assert errors == {}
    assert world.elapsed == 3.0


@scenario(
    "all or nothing: results come in the order of the jobs",
    zh="要么全有要么全无：结果按任务的顺序返回",
    visible=True,
    hint="The order in which jobs end is not the order in which they were given.",
    hint_zh="任务结束的顺序并不是传入的顺序。",
)
async def all_or_nothing_succeeds(world, submission):
    flight = world.service("flight", latency=3.0, reply="LH 712")
    hotel = world.service("hotel", latency=1.0, reply="Seaview")
    car = world.service("car", latency=2.0, reply="small car")
    results = await submission.all_or_nothing([("flight", flight), ("hotel", hotel), ("car", car)])
    assert results == ["LH 712", "Seaview", "small car"]
    assert world.elapsed == 3.0


@scenario(
    "best effort: a failing job disturbs no other job",
    zh="尽力而为：失败的任务不影响其他任务",
    weight=2,
    hint="A failure has to stay with the job it belongs to, until all jobs have ended.",
    hint_zh="失败只应影响出错的那个任务，直到所有任务都结束。",
)
async def best_effort_keeps_going(world, submission):
    failure = ValueError("no room left")
    flight, hotel, car = partners(world, hotel=failure)
    results, errors = await submission.best_effort(as_jobs(flight, hotel, car))
    assert world.cancelled == set()
    assert world.elapsed == 3.0
    assert list(results.items()) == [("flight", world.secret("flight")), ("car", world.secret("car"))]
    assert errors == {"hotel": failure}
    assert not world.trouble


@scenario(
    "best effort: each exception is kept under its own name",
    zh="尽力而为：每个异常都放在自己的名字下",
    hint="Several jobs may fail, in any order; both dictionaries keep the order of the jobs.",
    hint_zh="可能有好几个任务失败，先后不定；两个字典都要保持任务的顺序。",
)
async def best_effort_with_many_failures(world, submission):
    failures = {"flight": ConnectionError("no answer"), "car": LookupError("no such place")}
    flight, hotel, car = partners(world, **failures)
    results, errors = await submission.best_effort(as_jobs(flight, hotel, car))
    assert list(errors.items()) == list(failures.items())
    assert results == {"hotel": world.secret("hotel")}
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario(
    "all or nothing: the first failure calls off the other jobs",
    zh="要么全有要么全无：第一次失败就取消其余任务",
    weight=2,
    hint="Raise the job's own exception, at the moment it failed, and leave nothing running behind you.",
    hint_zh="在任务失败的那一刻抛出它自己的异常，并且不要留下任何还在运行的任务。",
)
async def all_or_nothing_stops(world, submission):
    failure = ValueError("no room left")
    flight, hotel, car = partners(world, hotel=failure)
    with raises(ValueError) as caught:
        await submission.all_or_nothing(as_jobs(flight, hotel, car))
    assert not world.leaked_tasks
    assert world.cancelled == {"flight", "car"}
    assert world.elapsed == 1.0
    assert caught.value is failure
    assert not world.trouble


@scenario(
    "all or nothing: jobs that are called off finish their clean-up first",
    zh="要么全有要么全无：被取消的任务先完成清理",
    hint="`cancel()` is only a request; somebody still has to wait until the task has ended.",
    hint_zh="`cancel()` 只是一个请求，还需要有人等待任务真正结束。",
)
async def clean_up_is_waited_for(world, submission):
    released = []

    async def hold_a_seat():
        try:
            await world.sleep(3.0)
        finally:
            await world.sleep(0.25)
            released.append(world.now)

    failure = SoldOut("no room left")
    hotel = world.service("hotel", latency=1.0, fail=failure)
    with raises(SoldOut) as caught:
        await submission.all_or_nothing([("seat", hold_a_seat), ("hotel", hotel)])
    assert not world.leaked_tasks
    assert world.elapsed == 1.25
    assert released == [1.25]
    assert caught.value is failure
    assert not world.trouble


@scenario(
    "best effort: when the caller is cancelled, so are the jobs",
    zh="尽力而为：调用者被取消时，任务也随之取消",
    hint="A cancellation is not the failure of a job, and must not be kept like one.",
    hint_zh="取消并不是任务的失败，不能像失败那样被收集起来。",
)
async def cancelled_from_outside(world, submission):
    flight, hotel, car = partners(world)
    waiting = asyncio.create_task(submission.best_effort(as_jobs(flight, hotel, car)))
    await world.until(0.5)
    waiting.cancel()
    with raises(asyncio.CancelledError):
        await waiting
    assert not world.leaked_tasks
    assert world.cancelled == {"flight", "hotel", "car"}
    assert world.elapsed == 0.5
    assert not world.trouble


@scenario(
    "all or nothing: when the caller is cancelled, so are the jobs",
    zh="要么全有要么全无：调用者被取消时，任务也随之取消",
    hint="Call off what is still running on every way out, not only after the failure of a job.",
    hint_zh="无论从哪条路离开，都要取消还在运行的任务，不只是在任务失败之后。",
)
async def booking_cancelled_from_outside(world, submission):
    flight, hotel, car = partners(world)
    waiting = asyncio.create_task(submission.all_or_nothing(as_jobs(flight, hotel, car)))
    await world.until(1.5)
    waiting.cancel()
    with raises(asyncio.CancelledError):
        await waiting
    assert not world.leaked_tasks
    assert world.cancelled == {"flight", "car"}
    assert world.elapsed == 1.5
    assert not world.trouble


@scenario(
    "no jobs at all",
    zh="没有任何任务",
    hint="Some ways of waiting do not accept an empty collection.",
    hint_zh="有些等待方式不接受空集合。",
)
async def no_jobs(world, submission):
    assert await submission.best_effort([]) == ({}, {})
    assert await submission.all_or_nothing([]) == []
    assert world.elapsed == 0.0
    assert not world.trouble

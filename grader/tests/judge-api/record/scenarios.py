import asyncio

from overlap.judge import raises, scenario


@scenario("starts and ends of all calls, in order", zh="例")
async def events(world, submission):
    reserve = world.service("reserve", latency=0.2)
    pay = world.service("pay", latency=0.5, reply="receipt")
    email = world.service("email", latency=0.1, fail=OSError("down"))
    with raises(OSError):
        await submission.in_order(reserve, pay, email)
    assert world.events == [
        "reserve starts", "reserve ends", "pay starts", "pay ends", "email starts", "email fails",
    ]
    assert [event.at for event in world.events] == [0.0, 0.2, 0.2, 0.7, 0.7, 0.8]
    assert world.events[-1].call.service == "email"
    assert world.elapsed == 0.8


@scenario("events of one instant are in the order in which they happened", zh="例")
async def same_instant(world, submission):
    quick = world.service("quick", latency=0.0)
    slow = world.service("slow", latency=1.0)
    await asyncio.gather(submission.call(slow, 1), submission.call(slow, 2))
    await submission.call(quick, 3)
    assert world.events == [
        "slow starts", "slow starts", "slow ends", "slow ends", "quick starts", "quick ends",
    ]


@scenario("times and arguments of calls", zh="例")
async def calls(world, submission):
    fetch = world.service("fetch", latency=lambda name, seconds: seconds)
    await asyncio.gather(*(submission.call(fetch, name, seconds) for name, seconds in (("a", 3), ("b", 1), ("c", 2))))
    assert fetch.order == [("a", 3), ("b", 1), ("c", 2)]
    assert fetch.calls.finished == [("b", 1), ("c", 2), ("a", 3)]
    assert fetch.calls.begins == [0.0, 0.0, 0.0]
    assert fetch.calls.ends == [3.0, 1.0, 2.0]
    assert [call.seconds for call in fetch.calls] == [3.0, 1.0, 2.0]
    assert fetch.call_count == 3


@scenario("two calls that overlap, two that follow, and the peak of all services", zh="例")
async def overlap(world, submission):
    posts, comments = world.service("posts", latency=1.0), world.service("comments", latency=0.8)
    await submission.call(posts, 1)
    await asyncio.gather(submission.call(posts, 2), submission.call(comments, 3))
    first, second, third = world.calls
    assert not first.overlaps(second)
    assert second.overlaps(third)
    assert third.overlaps(second)
    assert (posts.peak, comments.peak, world.peak) == (1, 1, 2)


@scenario("services whose calls were cancelled, as a set", zh="例")
async def cancelled(world, submission):
    jobs = [world.service(name, latency=seconds) for name, seconds in (("user", 1.0), ("posts", 2.0), ("stats", 0.2))]
    assert world.cancelled == set()
    task = asyncio.gather(*(submission.call(job, n) for n, job in enumerate(jobs)))
    await world.until(0.5)
    task.cancel()
    with raises(asyncio.CancelledError):
        await task
    assert world.cancelled == {"user", "posts"}
    assert jobs[1].cancelled.order == [1]
    assert jobs[0].cancelled.ends == [0.5]
    assert not jobs[2].cancelled


@scenario("calls in threads, and how long the loop was blocked", zh="例")
async def threads(world, submission):
    page = world.service("page", latency=2.0)
    await submission.in_threads(page.blocking, 2)
    assert world.thread_calls == 2
    assert [call.in_thread for call in page.calls] == [True, True]
    assert world.elapsed == 2.0
    assert world.blocked.seconds == 0.0
    await submission.call_blocking(page.blocking)
    await submission.call_blocking(page.blocking)
    assert world.blocked.seconds == 4.0


@scenario("all trouble at once", zh="例")
async def trouble(world, submission):
    assert not world.trouble
    await submission.make_trouble()
    texts = " / ".join(world.trouble)
    assert "never awaited" in texts
    assert "time.sleep" in texts
    assert "left running" in texts
    assert len(world.trouble) == 3


@scenario("latencies drawn from the seed stay in their bounds", zh="例", seeds=3)
async def drawn(world, submission):
    fetch = world.service("fetch", latency=(0.2, 0.4))
    await asyncio.gather(*(submission.call(fetch, n) for n in range(30)))
    assert all(0.2 <= call.seconds <= 0.4 for call in fetch.calls)
    assert fetch.calls.finished != fetch.order


@scenario("calls of the scenario are no leaks of the submission", zh="例")
async def own_calls(world, submission):
    slow = world.service("slow", latency=5.0)
    own = asyncio.create_task(slow())
    await submission.call(world.service("quick"), 1)
    assert not world.leaked_tasks
    own.cancel()

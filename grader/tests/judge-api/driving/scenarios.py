import asyncio

from overlap.judge import inside_loop, outside_loop, raises, scenario


@scenario("several calls at once, in every way that asyncio knows", zh="例")
async def at_once(world, submission):
    assert await asyncio.gather(submission.nap(1), submission.nap(2)) == [1, 2]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(submission.nap(n)) for n in (1, 2)]
    assert [task.result() for task in tasks] == [1, 2]
    done, _ = await asyncio.wait([asyncio.create_task(submission.nap(1))])
    assert len(done) == 1
    assert await asyncio.wait_for(submission.nap(1), 2) == 1
    assert world.elapsed == 6.0


@scenario("a failing call in a TaskGroup of the scenario cancels the others", zh="例")
async def group_fails(world, submission):
    job = world.service("job", latency=5.0)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(submission.call(job))
            group.create_task(submission.fail_after(1.0))
    except* ValueError as group:
        assert len(group.exceptions) == 1
    assert world.elapsed == 1.0
    assert len(job.cancelled) == 1


@scenario("a call that is cancelled, with its message and its clean-up", zh="例")
async def cancelling(world, submission):
    log = world.shared([])
    task = asyncio.create_task(submission.clean_up(log))
    await world.until(0.3)
    task.cancel("enough")
    with raises(asyncio.CancelledError) as caught:
        await task
    assert caught.value.args == ("enough",)
    assert log.timed == [(0.3, "enough"), (0.4, "clean")]
    assert task.cancelled()
    assert world.elapsed == 0.4
    assert not world.trouble


@scenario("a call that refuses to be cancelled goes on", zh="例")
async def refuses(world, submission):
    task = asyncio.create_task(submission.refuse_to_stop())
    await world.until(0.5)
    task.cancel()
    assert await task == "still here"
    assert world.elapsed == 1.5


@scenario("a task that is cancelled before it began closes its coroutine", zh="例")
async def cancelled_at_once(world, submission):
    log = world.shared([])
    task = asyncio.create_task(submission.clean_up(log))
    task.cancel()
    with raises(asyncio.CancelledError):
        await task
    assert log == []
    assert not world.trouble


@scenario("a coroutine that is closed without being awaited", zh="例")
async def closing(world, submission):
    log = world.shared([])
    waiting = submission.clean_up(log)
    waiting.close()
    assert log == []
    assert not world.trouble
    with raises(RuntimeError):
        await waiting


@scenario("a coroutine is awaited once", zh="例")
async def twice(world, submission):
    waiting = submission.nap(1)
    assert await waiting == 1
    with raises(RuntimeError):
        await waiting


@scenario("a plain function without a running loop starts one of its own", zh="例")
async def entry_point(world, submission):
    job = world.service("job", latency=1.0, reply=lambda n: 2 * n)
    assert submission.start(job, 7) == 14
    assert world.elapsed == 1.0

    async def double(number):
        await world.sleep(1.0)
        return 2 * number

    assert await outside_loop(submission.start, double, 8) == 16
    assert world.elapsed == 2.0
    with raises(ZeroDivisionError):
        await outside_loop(submission.start, submission.divide)


@scenario("a plain function inside a running loop", zh="例")
async def inside(world, submission):
    job = world.service("job", latency=1.0, reply=lambda n: 2 * n)
    with raises(RuntimeError):
        await inside_loop(submission.start, job, 7)
    with raises(RuntimeError):
        submission.start_all(job, [1, 2])
    together = await inside_loop(submission.start_all, job, [1, 2])
    assert await together == [2, 4]
    assert world.elapsed == 1.0


@scenario("only functions of the submission are called so", zh="例")
async def not_a_function(world, submission):
    for call in (inside_loop, outside_loop):
        with raises(AssertionError):
            await call(submission.LIMIT)


@scenario("tasks of the submission's loop, made for the scenario", zh="例")
async def tasks(world, submission):
    job = world.service("job", latency=2.0, reply="done")
    first = await world.task(job, 1, name="worker-1")
    second = await world.task(submission.fail_after, 1.0)
    third = await world.task(job, 3, name="other")
    assert submission.describe(first) == ["worker-1", "pending"]
    await world.until(1.0)
    assert submission.describe(second)[1] == "ValueError"
    third.cancel()
    await world.until(2.0)
    assert submission.describe(first) == ["worker-1", "done"]
    assert submission.describe(third) == ["other", "cancelled"]
    assert await first == "done"
    assert third.cancelled()
    first.set_name("renamed")
    assert submission.describe(first)[0] == "renamed"
    assert not world.leaked_tasks


@scenario("modules of the submission's interpreter, and what is made with them", zh="例")
async def modules(world, submission):
    queue = world.module("asyncio").Queue()
    feeding = asyncio.create_task(submission.collect(queue))
    for item in ("a", "b", None):
        await world.sleep(0.5)
        queue.put_nowait(item)
    assert await feeding == [("a", 0.5), ("b", 1.0)]
    with raises(ImportError):
        world.module("no_such_module")


@scenario("what is under way is not left running, what outlives its call is", zh="例")
async def leaks(world, submission):
    slow = asyncio.create_task(submission.nap_in_tasks(5.0))
    await submission.nap(1.0)
    assert not world.leaked_tasks
    await submission.leave(2.0)
    assert list(world.leaked_tasks) == ["nap"]
    await slow
    assert not world.leaked_tasks

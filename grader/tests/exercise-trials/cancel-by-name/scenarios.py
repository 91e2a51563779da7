import asyncio

from overlap.judge import scenario


async def tasks_of(world, *names, clean_up=0.0):
    async def work():
        try:
            await world.sleep(9.0)
        finally:
            if clean_up:
                await world.sleep(clean_up)

    tasks = {name: await world.task(work, name=name) for name in names}
    await world.until(1.0)
    return tasks


@scenario("only the tasks of this prefix")
async def only_prefix(world, submission):
    tasks = await tasks_of(world, "worker-2", "other-1", "worker-1", "my-worker")
    assert await submission.cancel_prefix("worker") == ["worker-1", "worker-2"]
    assert [name for name, task in tasks.items() if task.cancelled()] == ["worker-2", "worker-1"]
    assert not tasks["other-1"].done() and not tasks["my-worker"].done()
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario("the caller has such a name, too")
async def own_name(world, submission):
    tasks = await tasks_of(world, "worker-1")
    call = await world.task(submission.cancel_prefix, "worker", name="worker-9")
    assert await call == ["worker-1"]
    assert tasks["worker-1"].cancelled()
    assert not world.trouble


@scenario("clean-up is waited for")
async def clean_up(world, submission):
    tasks = await tasks_of(world, "worker-1", "worker-2", "other-1", clean_up=0.2)
    with world.measure() as call:
        assert await submission.cancel_prefix("worker") == ["worker-1", "worker-2"]
    assert [name for name, task in tasks.items() if task.done()] == ["worker-1", "worker-2"]
    assert call.elapsed == 0.2


@scenario("nothing of this name")
async def no_match(world, submission):
    await tasks_of(world, "other-1")
    assert await submission.cancel_prefix("worker") == []
    assert world.elapsed == 1.0

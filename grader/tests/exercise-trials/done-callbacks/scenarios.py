import asyncio

from overlap.judge import scenario


async def tasks_of(world):
    job = world.service("job", latency=lambda label: {"a": 2.0, "b": 1.0, "c": 9.0, "d": 0.5}[label],
                        reply=world.secret, fail=lambda label: ValueError("b") if label == "b" else None)
    return job, {label: await world.task(job, label) for label in "abc"}


@scenario("each task is logged when it ends")
async def three_ends(world, submission):
    job, tasks = await tasks_of(world)
    log = world.shared([])
    submission.track(list(tasks.items()), log)
    await world.until(2.5)
    tasks["c"].cancel()
    await world.sleep(0.1)
    assert log.timed == [(1.0, ("b", "failed")), (2.0, ("a", job.replied("a"))), (2.5, ("c", "cancelled"))]
    assert not world.unhandled
    assert not world.trouble


@scenario("a task that has ended already")
async def ended_already(world, submission):
    job = world.service("job", latency=0.5, reply=world.secret)
    task = await world.task(job, "d")
    await task
    log = world.shared([])
    submission.track([("d", task)], log)
    assert log == []
    await world.sleep(0.1)
    assert log.timed == [(0.5, ("d", job.replied("d")))]
    assert not world.trouble

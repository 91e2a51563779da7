import asyncio

from overlap.judge import raises, scenario


def heart_of(world):
    """What beats and what closes: plain functions that take no time, and are recorded."""
    return world.service("beat"), world.service("close")


@scenario("five seconds of work")
async def five_seconds(world, submission):
    (beat, close), work = heart_of(world), world.service("work", latency=5.0, reply=world.secret("work"))
    assert await submission.with_heartbeat(work, beat.blocking, close.blocking) == work.replied()
    assert beat.calls.begins == [0.0, 2.0, 4.0]
    assert close.calls.begins == [5.1]
    assert world.elapsed == 5.1
    assert not world.trouble


@scenario("the work fails")
async def work_fails(world, submission):
    (beat, close), work = heart_of(world), world.service("work", latency=5.0, fail=ValueError("work"))
    with raises(ValueError):
        await submission.with_heartbeat(work, beat.blocking, close.blocking)
    assert close.calls.begins == [5.1]
    assert not world.trouble


@scenario("a heartbeat that is cancelled is a cancelled task")
async def cancelled_heartbeat(world, submission):
    beat, close = heart_of(world)
    task = await world.task(submission.heartbeat, beat.blocking, close.blocking)
    await world.until(3.0)
    task.cancel()
    with raises(asyncio.CancelledError):
        await task
    assert task.cancelled()
    assert beat.calls.begins == [0.0, 2.0]
    assert close.calls.begins == [3.1]


@scenario("cancelled from outside")
async def cancelled(world, submission):
    (beat, close), work = heart_of(world), world.service("work", latency=5.0)
    call = asyncio.create_task(submission.with_heartbeat(work, beat.blocking, close.blocking))
    await world.until(3.0)
    call.cancel()
    with raises(asyncio.CancelledError):
        await call
    assert close.calls.begins == [3.1]
    assert world.cancelled == {"work"}
    assert not world.trouble

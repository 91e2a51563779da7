import asyncio

from overlap.judge import raises, scenario


@scenario("an answer in time")
async def in_time(world, submission):
    op = world.service("op", latency=1.0, reply=world.secret("op"))
    assert await submission.fetch_or_default(op, 2, "default") == op.replied()
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario("too slow: the default, and the operation is stopped")
async def too_slow(world, submission):
    op = world.service("op", latency=5.0)
    assert await submission.fetch_or_default(op, 2, "default") == "default"
    assert world.elapsed == 2.0
    assert world.cancelled == {"op"}
    assert not world.trouble


@scenario("an error of the operation comes out")
async def broken(world, submission):
    op = world.service("op", latency=1.0, fail=ValueError("broken"))
    with raises(ValueError):
        await submission.fetch_or_default(op, 2, "default")
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario("cancelled from outside")
async def cancelled(world, submission):
    op = world.service("op", latency=5.0)
    call = asyncio.create_task(submission.fetch_or_default(op, 2, "default"))
    await world.until(1.0)
    call.cancel()
    with raises(asyncio.CancelledError):
        await call
    assert world.cancelled == {"op"}
    assert not world.trouble


@scenario("no limit")
async def no_limit(world, submission):
    op = world.service("op", latency=5.0, reply="late")
    assert await submission.fetch_or_default(op, None, "default") == "late"
    assert world.elapsed == 5.0
    assert not world.trouble

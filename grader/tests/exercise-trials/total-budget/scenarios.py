import asyncio

from overlap.judge import raises, scenario


def steps_of(world, **failures):
    return [(name, world.service(name, latency=1.5, fail=failures.get(name))) for name in ("a", "b")]


@scenario("the budget ends in the second step")
async def too_little(world, submission):
    assert await submission.run_steps(steps_of(world), 2) == ["a"]
    assert world.elapsed == 2.0
    assert world.cancelled == {"b"}
    assert not world.trouble


@scenario("the budget is enough")
async def enough(world, submission):
    assert await submission.run_steps(steps_of(world), 4) == ["a", "b"]
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario("no budget")
async def without(world, submission):
    assert await submission.run_steps(steps_of(world), None) == ["a", "b"]
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario("the TimeoutError of a step comes out")
async def own_timeout(world, submission):
    with raises(TimeoutError):
        await submission.run_steps(steps_of(world, b=TimeoutError("of the step")), 4)
    assert world.elapsed == 3.0
    assert not world.trouble


@scenario("cancelled from outside")
async def cancelled(world, submission):
    call = asyncio.create_task(submission.run_steps(steps_of(world), 4))
    await world.until(1.0)
    call.cancel()
    with raises(asyncio.CancelledError):
        await call
    assert world.cancelled == {"a"}
    assert not world.trouble

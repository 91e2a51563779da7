import asyncio

from overlap.judge import inside_loop, scenario


def steps_of(world):
    return [(name, world.service(name, latency=1.5)) for name in ("a", "b")]


async def loop_time(world):
    loop = await inside_loop(world.module("asyncio").get_running_loop)
    return loop.time()


@scenario("the deadline comes in the second step")
async def second_step(world, submission):
    assert await submission.run_until(steps_of(world), await loop_time(world) + 2) == ["a"]
    assert world.elapsed == 2.0
    assert world.cancelled == {"b"}
    assert not world.trouble


@scenario("called later, with the same deadline")
async def called_later(world, submission):
    deadline = await loop_time(world) + 2
    await world.sleep(0.2)
    with world.measure() as call:
        assert await submission.run_until(steps_of(world), deadline) == ["a"]
    assert call.elapsed == 1.8
    assert not world.trouble


@scenario("a deadline that is over")
async def over(world, submission):
    steps = steps_of(world)
    assert await submission.run_until(steps, await loop_time(world) - 1) == []
    assert world.elapsed == 0.0
    assert steps[1][1].call_count == 0
    assert not world.trouble


@scenario("no deadline")
async def without(world, submission):
    assert await submission.run_until(steps_of(world), None) == ["a", "b"]
    assert world.elapsed == 3.0
    assert not world.trouble

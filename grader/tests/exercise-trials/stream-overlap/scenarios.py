from overlap.judge import raises_group, scenario


async def stream(world, count):
    for number in range(1, count + 1):
        await world.sleep(0.5)
        yield number


@scenario("items are handled while others arrive")
async def four_items(world, submission):
    handle = world.service("handle", latency=0.8)
    await submission.process(stream(world, 4), handle)
    assert handle.calls.begins == [0.5, 1.0, 1.5, 2.0]
    assert handle.peak == 2
    assert world.elapsed == 2.8
    assert not world.trouble


@scenario("a handler that fails stops everything")
async def failing(world, submission):
    handle = world.service("handle", latency=lambda item: 0.1 if item == 2 else 0.8,
                           fail=lambda item: ValueError("two") if item == 2 else None)
    with raises_group(ValueError):
        await submission.process(stream(world, 4), handle)
    assert world.elapsed == 1.1
    assert handle.cancelled.order == [1]
    assert not world.trouble


@scenario("nothing arrives")
async def empty(world, submission):
    handle = world.service("handle", latency=0.8)
    await submission.process(stream(world, 0), handle)
    assert world.elapsed == 0.0
    assert not world.trouble

import asyncio

from overlap.judge import raises, scenario


@scenario("ten callers of each of two keys")
async def two_keys(world, submission):
    load = world.service("load", latency=1.0, reply=world.secret)
    cache = submission.Cache()
    got = await asyncio.gather(*(cache.get_or_load(key, load) for key in "ab" * 10))
    assert got == [load.replied(key) for key in "ab" * 10]
    assert load.call_count == 2
    assert world.elapsed == 1.0
    assert await cache.get_or_load("a", load) == load.replied("a")
    assert load.call_count == 2
    assert not world.trouble


@scenario("the first caller is cancelled")
async def first_cancelled(world, submission):
    load = world.service("load", latency=1.0, reply=world.secret)
    cache = submission.Cache()
    first, second = [asyncio.create_task(cache.get_or_load("a", load)) for _ in range(2)]
    await world.until(0.5)
    first.cancel()
    with raises(asyncio.CancelledError):
        await first
    assert await second == load.replied("a")
    assert load.call_count == 1
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario("a load that fails")
async def failing(world, submission):
    broken = [OSError("down")]
    load = world.service("load", latency=1.0, reply=world.secret, fail=lambda key: broken.pop() if broken else None)
    cache = submission.Cache()
    errors = await asyncio.gather(*(cache.get_or_load("a", load) for _ in range(3)), return_exceptions=True)
    assert load.call_count == 1
    assert [type(error) for error in errors] == [OSError] * 3
    assert await cache.get_or_load("a", load) == load.replied("a")
    assert load.call_count == 2
    assert not world.trouble

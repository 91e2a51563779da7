from overlap.judge import scenario


@scenario("a value lives for its time")
async def lives(world, submission):
    cache = submission.AsyncCache()
    value = world.secret("value")
    await cache.set("key", value, ttl=1)
    assert not world.leaked_tasks
    await world.until(0.9)
    assert await cache.get("key") == value
    await world.until(1.1)
    assert await cache.get("key") is None
    assert await cache.get("key", "nothing") == "nothing"
    assert not world.trouble


@scenario("a minute, unless told otherwise")
async def a_minute(world, submission):
    cache = submission.AsyncCache()
    await cache.set("key", "value")
    await world.until(59.9)
    assert await cache.get("key") == "value"
    await world.until(60.1)
    assert await cache.get("key") is None


@scenario("what has expired is removed")
async def removed(world, submission):
    cache = submission.AsyncCache()
    await submission.support.set_value(cache, 1)
    assert submission.support.alive() == 1
    await world.until(1.1)
    assert await cache.get("value", "gone") == "gone"
    assert submission.support.alive() == 0


@scenario("somebody sets the clock back")
async def clock_set_back(world, submission):
    cache = submission.AsyncCache()
    await cache.set("key", "value", ttl=1)
    world.move_wall_clock(-3600)
    await world.until(1.1)
    assert await cache.get("key") is None


@scenario("empty values are values")
async def empty_values(world, submission):
    cache = submission.AsyncCache()
    for key, value in (("a", 0), ("b", ""), ("c", [])):
        await cache.set(key, value)
        assert await cache.get(key, "default") == value


@scenario("set again, deleted twice")
async def set_again(world, submission):
    cache = submission.AsyncCache()
    await cache.set("key", "old", ttl=1)
    await world.until(0.9)
    await cache.set("key", "new", ttl=1)
    await world.until(1.8)
    assert await cache.get("key") == "new"
    await cache.delete("key")
    await cache.delete("key")
    assert await cache.get("key") is None
    assert not world.trouble

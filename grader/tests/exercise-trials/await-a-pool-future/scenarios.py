import asyncio

from overlap.judge import raises, scenario


@scenario("one key, while a heart beats")
async def one_key(world, submission):
    load, beat = world.service("load", latency=1.0, reply=world.secret), world.service("beat", latency=0.1)

    async def heart():
        while True:
            await beat()

    beating = await world.task(heart)
    assert await submission.fetch(submission.support.Legacy(1), "a") == load.replied("a")
    assert world.elapsed == 1.0
    assert beat.call_count in (10, 11)
    beating.cancel()
    assert not world.trouble


@scenario("an error of the library")
async def failing(world, submission):
    world.service("load", latency=1.0, fail=OSError("gone"))
    with raises(OSError):
        await submission.fetch(submission.support.Legacy(1), "a")
    assert not world.trouble


@scenario("cancelled in the queue")
async def cancelled(world, submission):
    load = world.service("load", latency=1.0)
    legacy = submission.support.Legacy(1)
    first = asyncio.create_task(submission.fetch(legacy, "a"))
    await world.until(0.1)
    second = asyncio.create_task(submission.fetch(legacy, "b"))
    await world.until(0.2)
    second.cancel()
    with raises(asyncio.CancelledError):
        await second
    assert legacy.futures[1].cancelled()
    await first
    assert load.order == ["a"]
    assert not world.trouble


@scenario("five keys at once")
async def five_keys(world, submission):
    load = world.service("load", latency=1.0, reply=world.secret)
    legacy = submission.support.Legacy(5)
    got = await asyncio.gather(*(submission.fetch(legacy, key) for key in "abcde"))
    assert got == [load.replied(key) for key in "abcde"]
    assert world.elapsed == 1.0
    assert world.thread_calls == 5

import asyncio

from overlap.judge import raises, scenario


def api_of(submission, **answers):
    return submission.support.Api(answers)


@scenario("an answer")
async def answered(world, submission):
    api = api_of(submission, a=[(1.0, "ok", world.secret("a"))])
    assert await submission.get(api, "a") == world.secret("a")
    assert world.elapsed == 1.0
    assert not world.trouble


@scenario("an error")
async def failing(world, submission):
    api = api_of(submission, a=[(1.0, "error", OSError("gone"))])
    with raises(OSError):
        await submission.get(api, "a")
    assert not world.trouble


@scenario("given up, then a late answer")
async def late(world, submission):
    api = api_of(submission, a=[(1.0, "ok", "late")])
    wait_for = world.module("asyncio").wait_for
    with raises(TimeoutError):
        await wait_for(submission.get(api, "a"), 0.5)
    await world.sleep(1.0)
    assert not world.unhandled
    assert api.aborted == ["a"]
    assert not world.trouble


@scenario("two answers")
async def twice(world, submission):
    api = api_of(submission, a=[(1.0, "ok", "first"), (1.5, "ok", "second"), (1.6, "error", OSError("late"))])
    assert await submission.get(api, "a") == "first"
    await world.sleep(1.0)
    assert not world.trouble


@scenario("two answers at the same instant")
async def twice_at_once(world, submission):
    api = api_of(submission, a=[(1.0, "ok", "first"), (1.0, "ok", "second")])
    assert await submission.get(api, "a") == "first"
    await world.sleep(1.0)
    assert not world.trouble


@scenario("ten at once")
async def ten(world, submission):
    urls = [f"u{number}" for number in range(10)]
    api = api_of(submission, **{url: [(1.0, "ok", world.secret(url))] for url in urls})
    assert await asyncio.gather(*(submission.get(api, url) for url in urls)) == [world.secret(url) for url in urls]
    assert world.elapsed == 1.0

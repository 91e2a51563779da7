import asyncio

from overlap.judge import raises, scenario


@scenario("the state of the world at an instant, after all that happens then", zh="例")
async def at_an_instant(world, submission):
    fetch = world.service("fetch", latency=1.0, reply=lambda n: n)
    loading = asyncio.create_task(submission.load_later(fetch, [1, 2, 3]))
    await world.until(0.5)  # the very instant at which the calls start, after a chain of turns
    assert fetch.call_count == 3
    assert world.now == 0.5
    await world.until(1.5)
    assert [call.outcome for call in fetch.calls] == ["ok"] * 3
    assert await loading == [1, 2, 3]
    assert world.elapsed == 1.5


@scenario("before the instant nothing of it has happened", zh="例")
async def before(world, submission):
    fetch = world.service("fetch", latency=1.0, reply=0)
    loading = asyncio.create_task(submission.load_later(fetch, [1]))
    await world.until(0.499)
    assert fetch.call_count == 0
    await loading


@scenario("several wait for instants, each in its order", zh="例")
async def several(world, submission):
    seen = []

    async def look(at):
        await world.until(at)
        seen.append((at, float(world.now)))

    await asyncio.gather(look(2.0), look(1.0), look(1.0), submission.nap(1.0))
    assert seen == [(1.0, 1.0), (1.0, 1.0), (2.0, 2.0)]


@scenario("an instant that is over fails the scenario", zh="例")
async def over(world, submission):
    await world.sleep(2)
    await world.until(2.0)
    try:
        await world.until(1.0)
    except AssertionError as failure:
        assert "too late" in str(failure)
        return
    raise RuntimeError("nothing was noticed")


@scenario("the loop that is blocked is seen as it is", zh="例")
async def while_blocked(world, submission):
    fetch = world.service("fetch", latency=1.0, reply=0)
    task = asyncio.create_task(submission.block_and_load(fetch))
    await world.until(1.5)
    assert fetch.call_count == 0
    await task
    assert fetch.calls.begins == [2.0]
    assert world.blocked.seconds == 2.0


@scenario("a wait for an instant can be cancelled", zh="例")
async def cancelled(world, submission):
    waiting = asyncio.create_task(world.until(5.0))
    await world.sleep(1.0)
    waiting.cancel()
    with raises(asyncio.CancelledError):
        await waiting
    assert world.elapsed == 1.0


@scenario("clocks of both sides show the same", zh="例")
async def loop_clock(world, submission):
    await world.sleep(1.25)
    assert await submission.loop_time() == asyncio.get_running_loop().time()
    assert await submission.wait_until(asyncio.get_running_loop().time() + 2) == "there"
    assert world.elapsed == 3.25

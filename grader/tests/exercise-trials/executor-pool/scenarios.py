import asyncio

from overlap.judge import raises, scenario


@scenario("seven jobs on three threads")
async def seven_jobs(world, submission):
    work = world.service("work", latency=1.0, reply=lambda number, *, key: world.secret((number, key)))
    jobs = [(work.blocking, (number,), {"key": "k"}) for number in range(7)]
    got = await submission.run_pool(jobs, 3)
    assert not world.blocked
    assert got == [work.replied(number, key="k") for number in range(7)]
    assert work.peak == 3
    assert world.elapsed == 3.0
    assert all(call.in_thread for call in work.calls)
    assert not world.trouble


@scenario("a job that fails")
async def failing(world, submission):
    work = world.service("work", latency=lambda number: 1.0 + number / 10,
                         fail=lambda number: ValueError(number) if number == 1 else None)
    with raises(ValueError):
        await submission.run_pool([(work.blocking, (number,), {}) for number in range(4)], 4)
    assert sorted(work.calls.finished) == [0, 1, 2, 3]
    assert world.elapsed == 1.3
    assert not world.trouble


@scenario("a default pool of four")
async def default_pool(world, submission):
    work = world.service("work", latency=1.0)
    await submission.use_default_pool(4)
    to_thread = world.module("asyncio").to_thread
    await asyncio.gather(*(to_thread(work.blocking, number) for number in range(8)))
    assert world.elapsed == 2.0
    assert work.peak == 4

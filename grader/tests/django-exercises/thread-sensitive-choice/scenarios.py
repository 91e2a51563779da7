from overlap.judge import raises, scenario


@scenario("reports together, the ledger on one thread")
async def all_of_it(world, submission):
    reports = world.service("report", latency=1.0, reply=lambda n: n * 10)
    ledger = world.service("write", latency=0.1, reply=lambda n: n)
    assert await submission.totals([1, 2, 3], [4, 5, 6]) == (60, 15)
    assert world.elapsed == 1.0
    assert (reports.peak, ledger.peak) == (3, 1)
    assert not world.blocked
    assert all(call.in_thread for call in reports.calls)


@scenario("errors come out")
async def errors(world, submission):
    world.service("report", latency=1.0, fail=RuntimeError("no report"))
    world.service("write", latency=0.1, reply=0)
    with raises(RuntimeError):
        await submission.totals([1], [])

from support import Job

from overlap.judge import scenario


@scenario("each in its place, all at once")
async def each_in_its_place(world, submission):
    ask = world.service("ask", latency=1.0, reply=world.secret("ask"))
    read = world.service("read", latency=2.0, reply=world.secret("read"))
    pool = world.module("concurrent.futures").ProcessPoolExecutor(2)
    jobs = [Job("async", ask), Job("io", read.blocking), Job("cpu", submission.support.compute)]
    got = await submission.dispatch(jobs, pool)
    assert got == [ask.replied(), read.replied(), "computed"]
    assert not world.blocked
    assert world.elapsed == 2.0
    assert world.thread_calls == 1
    assert world.process_calls == 1
    assert not world.trouble


@scenario("two long computations, one process")
async def one_process(world, submission):
    pool = world.module("concurrent.futures").ProcessPoolExecutor(1)
    compute = submission.support.compute
    assert await submission.dispatch([Job("cpu", compute), Job("cpu", compute)], pool) == ["computed"] * 2
    assert world.elapsed == 3.0
    assert not world.trouble

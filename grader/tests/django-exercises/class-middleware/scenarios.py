import asyncio

from overlap.judge import scenario


@scenario("two at a time")
async def two(world, submission):
    work = world.service("work", latency=0.5)
    answers = await asyncio.gather(*(submission.client.get("/") for _ in range(6)))
    assert [answer.status for answer in answers] == [200] * 6
    assert world.elapsed == 1.5
    assert work.peak == 2
    assert list(submission.support.seen) == [True]


@scenario("blocked paths")
async def blocked(world, submission):
    work = world.service("work", latency=0.5)
    answer = await submission.new_client(middleware=["submission.Limit"]).get("/blocked/")
    assert answer.status == 404
    assert work.calls == []

import asyncio

from overlap.judge import scenario
from support import UpstreamError


@scenario("both at once, for five visitors")
async def both(world, submission):
    world.service("a", latency=0.8, reply=1)
    world.service("b", latency=0.5, reply=2)
    answers = await asyncio.gather(*(submission.client.get("/") for _ in range(5)))
    assert [answer.json() for answer in answers] == [{"a": 1, "b": 2}] * 5
    assert world.elapsed == 0.8


@scenario("one fails")
async def fails(world, submission):
    a = world.service("a", latency=0.8, reply=1)
    world.service("b", latency=0.5, fail=UpstreamError("500"))
    answer = await submission.client.get("/")
    assert answer.status == 502
    assert world.elapsed == 0.5
    assert len(a.cancelled) == 1
    assert not world.leaked_tasks

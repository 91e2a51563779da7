# image: django-clients
import asyncio

from overlap.judge import answer, scenario


def services(world, b=None):
    return (world.http("https://a.example.com", {"/data": lambda request: world.secret("a")}, latency=0.8),
            world.http("https://b.example.com", {"/data": b or (lambda request: world.secret("b"))}, latency=0.5))


@scenario("both services are asked at once", zh="x1", visible=True)
async def at_once(world, submission):
    services(world)
    response = await submission.client.get("/both/")
    assert response.status == 200
    assert response.json() == {"a": world.secret("a"), "b": world.secret("b")}
    assert world.elapsed == 0.8


@scenario("a service that fails is a bad gateway", zh="x2")
async def bad_gateway(world, submission):
    services(world, b=500)
    response = await submission.client.get("/both/")
    assert response.status == 502
    assert not world.leaked_tasks


@scenario("a service that does not answer is a bad gateway", zh="x3")
async def silent(world, submission):
    services(world, b=answer("late", latency=60.0))
    response = await submission.client.get("/both/")
    assert response.status == 502
    assert world.elapsed == 5.0


@scenario("five requests at once", zh="x4")
async def five(world, submission):
    a, _ = services(world)
    answers = await asyncio.gather(*(submission.client.get("/both/") for _ in range(5)))
    assert [one.status for one in answers] == [200] * 5
    assert world.elapsed == 0.8
    assert a.peak == 5

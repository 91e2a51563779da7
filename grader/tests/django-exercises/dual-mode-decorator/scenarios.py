import asyncio

from overlap.judge import scenario


@scenario("async views")
async def asynchronous(world, submission):
    world.service("work", latency=0.5)
    for path in ("/async/", "/class/"):
        answers = await asyncio.gather(*(submission.client.get(path) for _ in range(3)))
        assert [answer.headers["x-shop"] for answer in answers] == ["books"] * 3
    assert world.elapsed == 1.0
    assert submission.is_coroutine_function("async_view")


@scenario("sync views")
async def synchronous(world, submission):
    answer = await submission.client.get("/sync/")
    assert (answer.status, answer.headers["x-shop"]) == (200, "books")
    assert not submission.is_coroutine_function("sync_view")
    assert (await submission.client.post("/async/")).status == 405

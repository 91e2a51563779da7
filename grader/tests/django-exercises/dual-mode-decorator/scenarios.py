import asyncio

from overlap.judge import about, scenario


@scenario("async views")
async def asynchronous(world, submission):
    world.service("work", latency=0.5)
    for path in ("/async/", "/class/"):
        answers = await asyncio.gather(*(submission.client.get(path) for _ in range(3)))
        assert [answer.headers["x-shop"] for answer in answers] == ["books"] * 3
    assert world.elapsed == 1.0
    assert about(submission.async_view).is_coroutine_function


@scenario("sync views")
async def synchronous(world, submission):
    answer = await submission.client.get("/sync/")
    assert (answer.status, answer.headers["x-shop"]) == (200, "books")
    assert not about(submission.sync_view).is_coroutine_function
    assert (await submission.client.post("/async/")).status == 405

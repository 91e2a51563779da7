import asyncio

from overlap.judge import about, scenario


@scenario("five requests at once")
async def five(world, submission):
    world.service("work", latency=0.5)

    answers = await asyncio.gather(*(submission.client.get("/") for _ in range(5)))
    assert [answer.headers["x-elapsed"] for answer in answers] == ["0.50"] * 5
    assert world.elapsed == 0.5
    assert not about(submission.timing).is_coroutine_function
    assert submission.timing.async_capable is True


@scenario("errors and sync views")
async def errors(world, submission):
    world.service("work", latency=0.5)
    answer = await submission.client.get("/broken/")
    assert (answer.status, answer.headers["x-elapsed"]) == (500, "0.50")
    sync = await asyncio.gather(*(submission.client.get("/sync/") for _ in range(3)))
    assert [answer.headers["x-elapsed"] for answer in sync] == ["0.50"] * 3
    assert world.elapsed == 1.0


@scenario("it runs on the loop")
async def on_the_loop(world, submission):
    world.service("work", latency=0.5)
    await submission.client.get("/")
    assert await submission.ran_on_loop() is True

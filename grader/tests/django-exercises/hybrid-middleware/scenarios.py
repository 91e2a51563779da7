import asyncio

from overlap.judge import scenario

ORDER = ["a>", "b>", "view", "<b", "<a"]


@scenario("the async stack")
async def asynchronous(world, submission):
    answers = await asyncio.gather(*(submission.client.get("/") for _ in range(3)))
    assert [answer.headers["x-request-id"] for answer in answers] == ["a", "a", "a"]
    assert world.elapsed == 0.5
    assert [entry for entry in list(submission.support.log) if entry != "view"].count("a>") == 3
    assert (await submission.client.get("/missing/")).headers["x-request-id"] == "a"
    assert submission.kinds[0] is True


@scenario("the sync stack")
async def synchronous(world, submission):
    client = submission.new_client(wsgi=True)
    answer = await client.get("/sync/")
    assert (answer.status, answer.headers["x-request-id"]) == (200, "a")
    assert list(submission.support.log) == ORDER
    assert list(submission.kinds) == [False, False]
    answer = await client.get("/")  # an async view below a sync stack
    assert answer.status == 200
    assert world.elapsed == 0.5

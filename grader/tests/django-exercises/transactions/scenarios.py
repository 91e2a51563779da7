import asyncio

from overlap.judge import scenario


@scenario("what is not committed is seen by nobody else")
async def isolation(world, submission):
    world.database(query_latency=0.1)
    await submission.database.load("Item", [{"name": "a"}])
    client = submission.client
    writing = client.start("POST", "/add-two/?wait=1.0")  # changes at 0.1 and 0.2, commits at 1.2
    await world.sleep(0.5)
    assert (await client.get("/count/")).json() == 1
    assert len(await submission.database.rows("Item")) == 1
    assert world.elapsed == 0.6
    assert (await writing).json() == "done"
    assert world.elapsed == 1.2
    assert (await client.get("/count/")).json() == 3


@scenario("a change waits for another's transaction")
async def waiting(world, submission):
    database = world.database(query_latency=0.1)
    client = submission.client
    first = client.start("POST", "/add-two/?wait=1.0")
    await world.sleep(0.15)
    second = client.start("POST", "/add-one/?name=c")
    third = client.start("POST", "/add-two/?name=x&wait=0.5")
    await asyncio.gather(first, second, third)
    assert [(round(call.begin, 6), call.end) for call in database.calls] == [
        (0.0, 0.1), (0.1, 0.2), (1.2, 1.3), (1.3, 1.4), (1.4, 1.5)]
    assert sorted(row["name"] for row in await submission.database.rows("Item")) == ["c", "p", "q", "xp", "xq"]


@scenario("rolled back, savepoints, on_commit")
async def undone(world, submission):
    database = world.database(query_latency=0.1)
    assert (await submission.client.post("/fail/")).status == 500
    assert await submission.database.rows("Item") == []
    assert await submission.nested() == ["committed"]
    assert [row["name"] for row in await submission.database.rows("Item")] == ["outer", "second"]
    assert [sql.split()[0] for sql in database.statements if sql[:6] not in ("INSERT", "SELECT")] == [
        "BEGIN", "ROLLBACK", "BEGIN", "SAVEPOINT", "ROLLBACK", "RELEASE", "SAVEPOINT", "RELEASE", "COMMIT"]


@scenario("no lost update with select_for_update")
async def for_update(world, submission):
    database = world.database(query_latency=0.1)
    await submission.database.load("Item", [{"name": "a", "count": 1}])
    answers = await asyncio.gather(*(submission.client.post("/raise/?name=a") for _ in range(3)))
    assert sorted(answer.json() for answer in answers) == [2, 3, 4]
    assert world.elapsed == 0.6
    lost = await asyncio.gather(*(submission.client.post("/raise/?name=a&careless=1") for _ in range(3)))
    assert [answer.json() for answer in lost] == [5, 5, 5]
    assert database.statements.count("COMMIT") == 6


@scenario("three sync views at once; the same outside of requests")
async def sync_views(world, submission):
    answers = await asyncio.gather(*(submission.client.get("/sync/") for _ in range(3)))
    assert [answer.json() for answer in answers] == ["done"] * 3
    assert world.elapsed == 1.0
    with world.measure() as measured:
        assert await submission.in_one_place() == [200] * 3
    assert measured.elapsed == 3.0

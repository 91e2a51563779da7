from overlap.judge import raises, scenario


@scenario("one INSERT")
async def one(world, submission):
    database = world.database(query_latency=0.1)
    rows = [{"name": f"Book {n}", "price": n} for n in range(10)]
    ids = await submission.import_books(rows)
    assert [sql.split()[0] for sql in database.queries] == ["INSERT"]
    assert world.elapsed == 0.1
    assert [(row["id"], row["name"]) for row in await submission.database.rows("Book")] == [
        (key, row["name"]) for key, row in zip(ids, rows)]


@scenario("nothing of a bad list")
async def bad(world, submission):
    world.database(query_latency=0.1)
    with raises(ValueError):
        await submission.import_books([{"name": "a", "price": 1}, {"name": "b", "price": -1}])
    assert await submission.database.rows("Book") == []


@scenario("an empty list")
async def empty(world, submission):
    database = world.database(query_latency=0.1)
    assert await submission.import_books([]) == []
    assert database.queries == []

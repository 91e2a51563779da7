from overlap.judge import scenario


@scenario("create, show, rename, delete")
async def all_four(world, submission):
    database = world.database(query_latency=0.1)
    client = submission.client
    created = await client.post("/create/", form={"name": "Ubik", "price": 9})
    assert created.status == 302
    [book] = await submission.database.rows("Book")
    assert book == {"id": book["id"], "name": "Ubik", "price": 9}
    assert created.headers["location"] == f"/detail/{book['id']}/"
    assert (await client.get(created.headers["location"])).json() == book
    before = len(database.queries)
    assert (await client.post(f"/rename/{book['id']}/", json={"name": "Dawn"})).status == 200
    assert len(database.queries) - before <= 2
    assert [row["name"] for row in await submission.database.rows("Book")] == ["Dawn"]
    assert (await client.delete(f"/delete/{book['id']}/")).status == 204
    assert await submission.database.rows("Book") == []
    assert not world.blocked
    assert not world.never_awaited


@scenario("unknown")
async def unknown(world, submission):
    world.database(query_latency=0.1)
    assert (await submission.client.get("/detail/7/")).status == 404
    assert (await submission.client.get("/nowhere/")).status == 404

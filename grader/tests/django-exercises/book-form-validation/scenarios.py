from overlap.judge import scenario


@scenario("a valid form")
async def valid(world, submission):
    database = world.database(query_latency=0.1)
    client = submission.client
    page = await client.get("/add/")
    assert '<input type="text" name="name" maxlength="50" required id="id_name">' in page.text
    answer = await client.post("/add/", form={"name": "Solaris", "price": 12})
    assert (answer.status, answer.headers["location"]) == (302, "/books/")
    [row] = await submission.database.rows("Book")
    assert (row["name"], row["price"]) == ("Solaris", 12)
    assert not world.blocked
    assert all(call.in_thread for call in database.calls)


@scenario("invalid forms")
async def invalid(world, submission):
    world.database(query_latency=0.1)
    await submission.database.load("Book", [{"name": "Solaris", "price": 12}])
    for form in ({"name": "Solaris", "price": 3}, {"name": "ab", "price": 3}, {"name": "Dawn"}):
        answer = await submission.client.post("/add/", form=form)
        assert answer.status == 400
        assert list(answer.json()) == ["price" if form["name"] == "Dawn" else "name"]
    assert len(await submission.database.rows("Book")) == 1
    assert not world.never_awaited


@scenario("another method")
async def other(world, submission):
    answer = await submission.client.put("/add/", body=b"")
    assert answer.status == 405

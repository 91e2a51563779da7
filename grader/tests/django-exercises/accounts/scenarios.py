from overlap.judge import scenario


@scenario("logging in with a password")
async def password(world, submission):
    database = world.database(query_latency=0.1)
    key = await submission.database.add_user("ann", "secret", email="ann@example.org")
    client = submission.client
    refused = await client.get("/private/")
    assert (refused.status, refused.headers["location"]) == (302, "/login/?next=/private/")
    page = await client.get("/home/")
    assert client.cookies["csrftoken"]
    assert (await client.post("/login/", form={"username": "ann", "password": "secret"})).status == 403
    assert (await client.post("/login/", form={"username": "ann", "password": "no"}, csrf=True)).status == 401
    assert (await client.post("/login/", form={"username": "ann", "password": "secret"}, csrf=True)).status == 204
    assert (await client.get("/private/")).json() == {"id": key, "visits": 1}
    assert (await client.get("/private/")).json() == {"id": key, "visits": 2}
    assert (await submission.new_client().get("/private/")).status == 302
    assert (await client.post("/logout/", csrf=True)).status == 204
    assert "sessionid" not in client.cookies
    assert (await client.get("/private/")).status == 302
    assert not world.blocked
    assert (len(database.queries), world.elapsed) == (17, 1.7)


@scenario("being logged in from the start")
async def logged_in(world, submission):
    world.database(query_latency=0.1)
    await submission.database.add_user("ann")
    await submission.database.add_user("bob", is_staff=True)
    client = submission.new_client()
    await client.login("bob")
    assert world.elapsed == 0
    assert (await client.get("/private/")).json()["visits"] == 1
    await client.post("/note/", form={"text": "<hi>"}, headers={"x-csrftoken": "no"})
    assert (await client.get("/home/")).text.endswith("bob:")
    assert (await client.post("/note/", form={"text": "<hi>"}, csrf=True)).status == 204
    assert (await client.get("/home/")).text.endswith("bob:&lt;hi&gt;")
    assert (await client.get("/home/")).text.endswith("bob:")

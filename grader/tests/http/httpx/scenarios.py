import asyncio

from overlap.judge import answer, no_answer, raises, scenario

API = "https://api.example.com"


def site(world, routes, **options):
    return world.http(API, routes, **options)


@scenario("parameters, headers, cookies and bodies arrive", zh="x1")
async def arrives(world, submission):
    here = site(world, {
        "GET /v1/items/{name}": lambda request: {"query": request.query, "name": request.params["name"]},
        "POST /v1/login": lambda request: answer({"user": request.form["user"]}, headers={"set-cookie": "sid=s3cret; Path=/"}),
        "PUT /v1/files/{path:path}": lambda request: answer(request.body, headers={"x-path": request.params["path"]}),
    })
    got = await submission.arrives()
    assert got == [{"query": {"q": "a b", "n": "2"}, "name": "x/y é"}, {"user": "ann"}, "s3cret", b"\x00\xff", "a/b.txt"]
    assert here.requests[0].headers["x-token"] == "t0ken"
    assert here.requests[2].headers["cookie"] == "sid=s3cret"
    assert [request.method for request in here.requests] == ["GET", "POST", "PUT"]
    assert here.connections.opened == 1
    assert here.connections.reused == 2
    assert world.elapsed == 0.0


@scenario("redirects, statuses and event hooks", zh="x2")
async def redirects(world, submission):
    here = site(world, {"/old": answer(status=302, headers={"location": "/new"}), "/new": "here", "GET /only": 204})
    assert await submission.redirects() == [302, 200, "here", 1, 404, 405, 204, ["GET", "GET", "GET", "GET", "POST", "GET"]]
    assert here.order == ["/old", "/old", "/new", "/nothing", "/only", "/only"]


@scenario("bodies that come bit by bit can be read as they come", zh="x3")
async def streams(world, submission):
    site(world, {"/log": answer("abcdefghij", chunks=5, gap=0.5, latency=1.0)})
    assert await submission.streams() == [(1.0, ""), (1.5, "ab"), (2.0, "cd"), (2.5, "ef"), (3.0, "gh"), (3.5, "ij")]


@scenario("no more connections than the client allows", zh="x4")
async def limits(world, submission):
    here = site(world, {"/x": "x"}, latency=1.0, connect=0.25)
    await submission.limited(6, 2)
    assert here.peak == 2
    assert here.connections.peak == here.connections.opened == 2
    assert world.elapsed == 3.25
    assert here.connections.open == 0


@scenario("each time limit has its own exception", zh="x5")
async def timeouts(world, submission):
    here = site(world, {"/slow": no_answer(), "/x": "x"}, connect=1.0)
    assert await submission.time_limit("/slow", read=2.0) == ("ReadTimeout", 3.0)
    assert await submission.time_limit("/x", connect=0.5) == ("ConnectTimeout", 0.5)
    assert await submission.pool_limit() == ("PoolTimeout", 0.5)
    assert here.connections.failed == 1
    assert [request.outcome for request in here.requests] == ["timeout", "cancelled"]


@scenario("a host that is busy lets requests wait", zh="x6")
async def capacity(world, submission):
    here = site(world, {"/x": "x"}, latency=1.0, capacity=2)
    await submission.limited(6, 100)
    assert world.elapsed == 3.0
    assert here.peak == 6
    assert [request.end for request in here.requests] == [1.0, 1.0, 2.0, 2.0, 3.0, 3.0]


@scenario("connections at rest are used again until they are too old", zh="x7")
async def keep_alive(world, submission):
    here = site(world, {"/x": "x"})
    await submission.pauses([1.0, 4.0, 6.0])
    assert here.connections.opened == 2
    assert here.connections.reused == 2


@scenario("a host may close after every answer", zh="x8")
async def closes(world, submission):
    here = site(world, {"/x": "x"}, keep_alive=False)
    await submission.pauses([0.0, 1.0])
    assert here.connections.opened == here.connections.closed == 3
    assert here.connections.reused == 0


@scenario("cancelling gives the connection back", zh="x9")
async def cancelling(world, submission):
    here = site(world, {"/slow": answer("late", latency=10.0), "/x": "x"})
    assert await submission.gives_up_and_goes_on() == "x"
    assert [request.outcome for request in here.requests] == ["cancelled", "ok"]
    assert here.connections.open == 0
    assert world.elapsed == 1.0


@scenario("clients that nobody closes are seen", zh="x10")
async def forgotten(world, submission):
    here = site(world, {"/x": "x"})
    await submission.forgets()
    assert here.connections.open == 1
    assert (world.http_clients.opened, world.http_clients.closed, world.http_clients.open) == (2, 1, 1)


@scenario("a blocking client on the loop's thread blocks the loop", zh="x11")
async def blocking(world, submission):
    site(world, {"/x": "x"}, latency=1.0, connect=0.5)
    assert await submission.blocks() == "x"
    assert world.elapsed == 1.5
    assert [(block["by"], block["seconds"]) for block in world.blocked] == [("connect " + API, 0.5), (API, 1.0)]
    assert world.blocked[0]["line"] == world.blocked[1]["line"] == await submission.line_of_blocking_call()


@scenario("random latencies follow the seed", zh="x12", seeds=2)
async def random(world, submission):
    here = site(world, {"/x": "x"}, latency=(0.5, 1.5))
    await submission.limited(3, 100)
    spans = {request.end - request.begin for request in here.requests}
    assert len(spans) == 3
    assert all(0.5 <= span <= 1.5 for span in spans)


@scenario("a route that raises is an error of the server", zh="x13")
async def raising(world, submission):
    here = site(world, {"POST /x": lambda request: request.json()["missing"]})
    with raises("HTTPStatusError"):
        await submission.posts_nonsense()
    assert here.requests[0].status == 500

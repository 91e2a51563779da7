from overlap.judge import scenario


@scenario("nonsense on the wire is answered as nonsense, and hurts nobody", zh="x1")
async def nonsense(world, submission):
    site = world.http("https://api.example.com", {"/{name}": lambda request: request.path}, latency=1.0)
    assert await submission.nonsense() == "only broken"
    assert site.requests == []
    assert site.connections.opened == 0


@scenario("bytes that are no request are refused, however they come", zh="x2")
async def garbage(world, submission):
    site = world.http("https://api.example.com", {"/{name}": lambda request: request.path}, latency=1.0)
    assert await submission.garbage() == ["400"] * 10
    assert site.requests == []


@scenario("many small pieces and many requests at once cost little", zh="x3")
async def pieces(world, submission):
    site = world.http("https://api.example.com", {"/{name}": lambda request: str(len(request.body))}, latency=1.0)
    assert await submission.pieces() == ["200", "200", "400"]
    assert [len(request.body) for request in site.requests[:2]] == [300_000, 60_000]
    assert len(site.requests) == 2 + 16


@scenario("an answer is not there before its time", zh="x4")
async def early(world, submission):
    site = world.http("https://api.example.com", {"/{name}": lambda request: request.path}, latency=1.0)
    assert await submission.early() == [None, None, "timeout", "data"]
    assert world.elapsed == 1.0
    assert site.requests[0].end == 1.0

from overlap.judge import answer, no_answer, reset, scenario

API = "http://api.example.com:8080"


def site(world, **options):
    return world.http(API, {
        "GET /json": lambda request: {"query": request.query, "agent": request.headers.get("x-agent")},
        "POST /form": lambda request: request.form,
        "POST /json": lambda request: request.json(),
        "/old": answer(status=301, headers={"location": API + "/json"}),
        "/missing": 404,
        "/never": no_answer(),
        "/cut": reset(body="0123456789", after=4),
        "/trickle": answer("abcdef", chunks=3, gap=1.0),
    }, **options)


@scenario("urllib reads, posts and follows", zh="x1")
async def urllib(world, submission):
    here = site(world, latency=0.5)
    assert await submission.with_urllib() == [{"query": {"a": "1"}, "agent": "u"}, {"b": "2"}, 200, 404, "abcdef"]
    assert world.elapsed == 6 * 0.5 + 3.0
    assert here.connections.open == 0


@scenario("urllib has its own exceptions", zh="x2")
async def urllib_errors(world, submission):
    here = site(world, connect=0.25)
    assert await submission.urllib_errors() == ["TimeoutError", "ConnectionResetError", "URLError"]
    here.refuses = True
    assert await submission.urllib_refused() == "ConnectionRefusedError"


@scenario("requests reads, posts and follows", zh="x3")
async def requests(world, submission):
    here = site(world, latency=0.5)
    assert await submission.with_requests() == [{"query": {"a": "1"}, "agent": "r"}, {"b": "2"}, {"c": [3]}, 200, False]
    assert here.connections.open == 0


@scenario("requests has its own exceptions", zh="x4")
async def requests_errors(world, submission):
    site(world)
    assert await submission.requests_errors() == ["ReadTimeout", "ConnectionError", "ConnectionError", "HTTPError",
                                                  "JSONDecodeError", "MissingSchema"]

import asyncio

from overlap.judge import answer, no_answer, raises, reset, scenario


def site(world, **options):
    return world.http("https://api.example.com", {
        "/ok": lambda request: {"key": world.secret("ok")},
        "/slow": answer({"key": 1}, latency=10.0),
        "/missing": 404,
        "/down": answer({"error": "sorry"}, status=500),
        "/never": no_answer(),
        "/reset": reset(latency=0.5),
        "/cut": reset(body={"key": "long enough"}, after=5, gap=0.2),
        "/trickle": answer({"key": "x" * 40}, chunks=20, gap=0.3, latency=0.1),
        "/text": "this is no JSON",
    }, latency=0.2, **options)


async def fetch(world, submission, path, timeout=2.0):
    return await submission.run(submission.safe_fetch, "https://api.example.com" + path, timeout)


@scenario("a good answer is returned", zh="x1", visible=True)
async def good(world, submission):
    here = site(world)
    assert await fetch(world, submission, "/ok") == {"key": world.secret("ok")}
    assert world.elapsed == 0.2
    assert here.requests[0].outcome == "ok"


@scenario("a slow answer is given up after the time limit", zh="x2")
async def slow(world, submission):
    here = site(world)
    assert await fetch(world, submission, "/slow") is None
    assert world.elapsed == 2.0
    assert here.requests[0].outcome in ("timeout", "cancelled")
    assert here.connections.open == 0


@scenario("a silent host is given up after the time limit", zh="x3")
async def silent(world, submission):
    site(world)
    assert await fetch(world, submission, "/never") is None
    assert world.elapsed == 2.0


@scenario("statuses that mean failure give None", zh="x4")
async def statuses(world, submission):
    site(world)
    assert await fetch(world, submission, "/missing") is None
    assert await fetch(world, submission, "/down") is None


@scenario("connections that fail give None", zh="x5")
async def connections(world, submission):
    here = site(world, connect=0.3)
    assert await fetch(world, submission, "/reset") is None
    assert world.elapsed == 0.8
    assert here.requests[0].outcome == "reset"
    assert await fetch(world, submission, "/cut") is None
    here.refuses = True
    assert await fetch(world, submission, "/ok") is None
    assert here.connections.failed == 1
    assert await submission.run(submission.safe_fetch, "https://unknown.example/", 2.0) is None


@scenario("an answer that trickles in does not go beyond the limit", zh="x6")
async def trickle(world, submission):
    here = site(world)
    assert await fetch(world, submission, "/trickle") is None
    assert world.elapsed == 2.0
    assert len(here.cancelled) == 1


@scenario("programming errors and cancellation come out", zh="x7")
async def come_out(world, submission):
    here = site(world)
    with raises(ValueError):
        await fetch(world, submission, "/text")
    call = asyncio.ensure_future(fetch(world, submission, "/slow", 8.0))
    await world.sleep(1.0)
    call.cancel()
    with raises(asyncio.CancelledError):
        await call
    assert len(here.cancelled) == 1

import asyncio

from overlap.judge import raises, scenario


@scenario("the whole body comes back")
async def echo(world, submission):
    app = submission.asgi("application")
    request = app.start("POST", "/", body=b"one ", more_body=True)
    await world.sleep(0.1)
    request.send_body(b"two ", more=True)
    request.send_body(b"three")
    response = await request
    assert (response.status, response.body) == (200, b"one two three")
    assert (response.began, response.ended) == (0.6, 0.6)
    assert request.call.types() == ["http.response.start", "http.response.body"]


@scenario("five at once")
async def five(world, submission):
    app = submission.asgi("application")
    answers = await asyncio.gather(*(app.post("/", body=str(n)) for n in range(5)))
    assert [answer.text for answer in answers] == ["0", "1", "2", "3", "4"]
    assert world.elapsed == 0.5
    assert not world.blocked


@scenario("start-up and shut-down")
async def lifespan(world, submission):
    app = submission.asgi("application")
    async with app.lifespan() as call:
        assert (await app.post("/", body=b"x")).text == "x"
    assert call.types() == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


@scenario("websockets are refused")
async def websocket(world, submission):
    with raises(ValueError):
        await submission.asgi("application").connect({"type": "websocket", "path": "/"})


@scenario("a client that goes away")
async def gone(world, submission):
    app = submission.asgi("application")
    request = app.start("POST", "/", body=b"x", more_body=True)
    await world.sleep(0.2)
    request.disconnect()
    await request.call
    assert request.call.sent == []
    assert world.elapsed == 0.2

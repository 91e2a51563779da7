from overlap.judge import raises, scenario


@scenario("two pages and a greeting in two seconds", zh="x1", visible=True)
async def together(world, submission):
    pages = world.http("https://pages.example.com", {"/{name}": lambda request: world.secret(request.path)}, latency=2.0)
    greet = world.service("greet", latency=2.0, reply=lambda: "hello")
    got = await submission.main(greet)
    assert got == [world.secret("/a"), world.secret("/b"), "hello"]
    assert world.elapsed == 2.0
    assert not world.blocked
    assert pages.peak == 2
    assert world.thread_calls == 2
    assert [call.in_thread for call in greet.calls] == [False]


@scenario("an error of a page comes out", zh="x2")
async def errors(world, submission):
    world.http("https://pages.example.com", {"/a": "page", "/b": 500}, latency=2.0)
    with raises("HTTPError"):
        await submission.main(world.service("greet", latency=2.0))

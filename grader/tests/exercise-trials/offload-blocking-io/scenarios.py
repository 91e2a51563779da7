from overlap.judge import raises, scenario


def services(world, **options):
    get_url = world.service("get_url", latency=2.0, reply=world.secret, **options)
    return get_url, world.service("greet", latency=2.0, reply=world.secret("greet"))


@scenario("three answers in two seconds")
async def together(world, submission):
    get_url, greet = services(world)
    got = await submission.main(get_url.blocking, greet)
    assert not world.blocked
    assert got == [get_url.replied("a"), get_url.replied("b"), greet.replied()]
    assert world.elapsed == 2.0
    assert world.thread_calls == 2
    assert [call.in_thread for call in world.calls if call.service == "greet"] == [False]
    assert not world.trouble


@scenario("a page that is not there")
async def failing(world, submission):
    get_url, greet = services(world, fail=lambda url: OSError(url) if url == "b" else None)
    with raises(OSError):
        await submission.main(get_url.blocking, greet)

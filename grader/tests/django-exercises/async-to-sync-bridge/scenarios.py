from overlap.judge import raises, scenario


@scenario("from a script")
async def script(world, submission):
    world.service("price", latency=0.2, reply=lambda n: n * 2)
    assert await submission.from_script([1, 2, 3]) == [2, 4, 6]
    assert world.elapsed == 0.2


@scenario("from a thread of a loop")
async def thread(world, submission):
    prices = world.service("price", latency=0.2, reply=lambda n: n * 2)
    assert await submission.from_async([1, 2, 3]) == [2, 2, 4, 6]
    assert world.elapsed == 0.4
    assert not world.blocked
    assert not any(call.in_thread for call in prices.calls)


@scenario("on the loop's thread it is refused")
async def refused(world, submission):
    world.service("price", latency=0.2, reply=lambda n: n * 2)
    with raises(RuntimeError) as caught:
        await submission.on_the_loop([1])
    assert "You cannot use AsyncToSync in the same thread as an async event loop" in str(caught.error)

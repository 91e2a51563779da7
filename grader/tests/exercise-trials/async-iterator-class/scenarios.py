import asyncio

from overlap.judge import scenario


@scenario("items arrive when they are put in")
async def when_put(world, submission):
    queue = world.module("asyncio").Queue()
    beat = world.service("beat", latency=0.2)

    async def heart():
        while True:
            await beat()

    async def produce():
        for item in (world.secret(1), world.secret(2), None):
            await world.sleep(0.5)
            await queue.put(item)

    got = []
    producer, beating = asyncio.create_task(produce()), asyncio.create_task(heart())
    async for item in submission.Feed(queue):
        got.append((world.now, item))
    beating.cancel()
    assert got == [(0.5, world.secret(1)), (1.0, world.secret(2))]
    assert world.elapsed == 1.5
    await producer
    assert not world.trouble


@scenario("what is there already comes at once")
async def already_there(world, submission):
    queue = world.module("asyncio").Queue()
    for item in ("a", "b", None):
        queue.put_nowait(item)
    assert [item async for item in submission.Feed(queue)] == ["a", "b"]
    assert world.elapsed == 0.0


@scenario("the protocol")
async def protocol(world, submission):
    feed = submission.Feed(world.module("asyncio").Queue())
    assert feed.__aiter__() is feed

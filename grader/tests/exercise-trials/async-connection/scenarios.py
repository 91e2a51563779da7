import asyncio

from overlap.judge import raises, scenario


class Server:
    def __init__(self, world, name=""):
        self.open = world.service(name + "open", latency=0.1)
        self.query = world.service(name + "query", latency=0.5, reply=lambda sql: world.secret(sql))
        self.close = world.service(name + "close", latency=0.1)


def connect(world, submission, server):
    return submission.Connection(world.expose(server, "open", "query", "close"))


@scenario("one query")
async def one_query(world, submission):
    server = Server(world)
    async with connect(world, submission, server) as connection:
        assert await connection.query("select 1") == server.query.replied("select 1")
    assert world.events == ["open starts", "open ends", "query starts", "query ends", "close starts", "close ends"]
    assert world.elapsed == 0.7
    assert not world.trouble


@scenario("an error in the block")
async def error_inside(world, submission):
    server = Server(world)
    with raises(ValueError):
        async with connect(world, submission, server):
            raise ValueError
    assert server.close.call_count == 1
    assert world.elapsed == 0.2
    assert not world.trouble


@scenario("cancelled during the query")
async def cancelled(world, submission):
    server = Server(world)

    async def work():
        async with connect(world, submission, server) as connection:
            await connection.query("select 1")

    task = asyncio.create_task(work())
    await world.until(0.3)
    task.cancel()
    with raises(asyncio.CancelledError):
        await task
    assert world.elapsed == 0.4
    assert world.events[-2:] == ["close starts", "close ends"]
    assert task.cancelled()
    assert not world.trouble


@scenario("two connections")
async def two_connections(world, submission):
    async def work(name):
        async with connect(world, submission, Server(world, name)) as connection:
            return await connection.query(name)

    assert await asyncio.gather(work("a"), work("b")) == [world.secret("a"), world.secret("b")]
    assert world.elapsed == 0.7
    assert not world.trouble

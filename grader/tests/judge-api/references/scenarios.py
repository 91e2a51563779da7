import asyncio

from overlap.judge import raises, scenario
from support import Point


@scenario("values and functions of the module are attributes", zh="例")
async def attributes(world, submission):
    assert submission.LIMIT == 3
    assert submission.same("x") == "x"
    assert submission.support.Point(1, 2).x == 1


@scenario("objects are looked at and used through their attributes", zh="例")
async def objects(world, submission):
    loads = world.service("loads", latency=1.0, reply=lambda key: key.upper())
    cache = submission.Cache(loads)
    assert await cache.get("a") == "A"
    assert await cache.get("a") == "A"
    assert (cache.hits, cache.size(), len(cache), cache["a"], cache.kind) == (1, 1, 1, "A", "cache")
    assert len(loads.calls) == 1
    with raises(AttributeError):
        cache.nothing


@scenario("an object of the submission goes back to it as itself", zh="例")
async def round_trip(world, submission):
    cache = submission.Cache(None)
    submission.same(cache).hits
    assert submission.same(submission.same)(5) == 5


@scenario("a coroutine may be awaited later, or in a task", zh="例")
async def later(world, submission):
    waiting = submission.make_slow("x")
    await world.sleep(1)
    assert await waiting == "x"
    assert world.elapsed == 3.0
    tasks = [asyncio.ensure_future(submission.slow(n, n)) for n in (2, 1)]
    assert await asyncio.gather(*tasks) == [2, 1]
    assert world.elapsed == 5.0


@scenario("cancelling what the judge awaits cancels it in the submission", zh="例")
async def cancelling(world, submission):
    task = asyncio.ensure_future(submission.slow(100))
    await world.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    assert world.elapsed == 1.0
    assert not world.leaked_tasks
    try:
        async with asyncio.timeout(2):
            await submission.slow(100)
    except TimeoutError:
        pass
    assert world.elapsed == 3.0


@scenario("async context managers", zh="例")
async def managers(world, submission):
    session = submission.Session()
    async with session as entered:
        assert await entered.ask() == "answer"
    async with session:
        raise KeyError("swallowed")
    with raises(ValueError):
        async with session:
            raise ValueError("passed on")
    assert session.log == [
        "enter", "exit None None", "enter", "exit KeyError 'swallowed'", "enter", "exit ValueError passed on",
    ]
    assert world.elapsed == 6.0


@scenario("context managers", zh="例")
async def plain_managers(world, submission):
    opened = submission.Opened()
    with opened:
        assert opened.is_open
        raise KeyError("swallowed")
    assert not opened.is_open


@scenario("async iterators and generators", zh="例")
async def iterators(world, submission):
    assert [item async for item in submission.ticks(3)] == [0, 1, 2]
    assert world.elapsed == 3.0
    started = submission.ticks(5)
    assert await anext(started) == 0
    await started.aclose()
    assert list(submission.numbers(3)) == [0, 1, 2]


@scenario("functions of the scenario are called from the submission", zh="例")
async def callbacks(world, submission):
    seen = []

    async def double(value):
        await asyncio.sleep(1)
        return value * 2

    assert await submission.apply(lambda a, b: a + b, 1, 2) == 3
    assert await submission.apply(double, 4) == 8
    assert world.elapsed == 1.0
    await submission.tell(lambda value: seen.append((value, float(world.now))), ["a", "b"])
    assert seen == [("a", 2.0), ("b", 3.0)]


@scenario("an exception of a callback comes out in the submission and back", zh="例")
async def failing_callback(world, submission):
    def refuse(value):
        raise LookupError(value)

    with raises(LookupError) as caught:
        await submission.apply(refuse, "no")
    assert caught.error.args == ("no",)


@scenario("an exposed object shows what it was exposed with", zh="例")
async def exposed(world, submission):
    class Connection:
        name, closed, secret = "db", False, "hidden"

        async def query(self, text):
            await asyncio.sleep(1)
            return text + "!"

    got = await submission.use(world.expose(Connection(), "query", "name", "closed"))
    assert got == ["one!", "db", "no secret"]
    assert world.elapsed == 1.0


@scenario("closures and methods of the submission are callable", zh="例")
async def closures(world, submission):
    assert submission.make_adder(2)(3) == 5


@scenario("dataclasses of support.py are the same type on both sides", zh="例")
async def dataclass(world, submission):
    moved = submission.move(Point(1, 2))
    assert type(moved) is Point
    assert moved == Point(2, 2)

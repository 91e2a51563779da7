import datetime

from overlap.judge import scenario


async def fill(submission):
    tags = await submission.database.load("Tag", [{"name": "sf"}, {"name": "old"}, {"name": "new"}])
    lem, dick = await submission.database.load("Author", [{"name": "Lem"}, {"name": "Dick"}])
    assert lem != dick
    at = datetime.datetime(2024, 12, 31, 23, 30, tzinfo=datetime.timezone.utc)
    await submission.database.load("Book", [
        {"title": "Solaris", "author": lem, "tags": tags[:2], "published": at},
        {"title": "Eden", "author_id": lem, "pages": 300},
        {"title": "Ubik", "author": dick, "tags": tags[::2]},
    ])
    return [str(lem), str(dick)]


@scenario("many to many, prefetching, aggregates")
async def queries(world, submission):
    database = world.database(query_latency=0.1)
    lem, dick = await fill(submission)
    assert await submission.overview() == {
        "prefetched": {"Solaris": ["old", "sf"], "Eden": [], "Ubik": ["new", "sf"]},
        "counts": {"Lem": 2, "Dick": 1}, "pages": 500, "sf": ["Solaris", "Ubik"], "days": ["2024-12-31"],
        "local days": ["2025-01-01"], "first": "Eden", "exists": True, "either": 2, "long": ["Eden"],
    }
    assert not world.blocked
    assert (len(database.queries), world.elapsed) == (12, 1.2)


@scenario("changes through managers")
async def changes(world, submission):
    world.database(query_latency=0.1)
    await fill(submission)
    assert await submission.change() == ["new", True, False, 5, 2]
    books = {row["title"]: row for row in await submission.database.rows("Book")}
    assert [books[name]["tags"] for name in ("Solaris", "Eden", "Ubik")] == [[3], [1, 2], []]
    assert books["Eden"]["pages"] == 301
    assert len(await submission.database.rows("Author")) == 3


@scenario("signals and the guard")
async def signals(world, submission):
    world.database(query_latency=0.1)
    world.service("unused", latency=1)
    assert await submission.sell() == (["async", "sync"], "SynchronousOnlyOperation")

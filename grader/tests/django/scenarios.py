"""What the database behind Django does and what it costs; attacks must not pass `one query for all`."""

import datetime
import decimal
import uuid

from overlap.judge import scenario

AUTHORS = [{"id": 1, "name": "Le Guin"}, {"pk": 2, "name": "Lem"}]
BOOK = {
    "id": 1, "title": "Solaris", "author_id": 2, "price": decimal.Decimal("12.30"),
    "published": datetime.datetime(2024, 5, 6, 7, 8, 9, 120, tzinfo=datetime.timezone.utc),
    "day": datetime.date(2024, 2, 29), "at": datetime.time(23, 59), "took": datetime.timedelta(days=1, microseconds=3),
    "good": False, "weight": 1.25, "cover": b"\x00\xff", "extra": {"a": [1, None]},
    "key": uuid.UUID(int=2**100), "number": 2**40,
}


@scenario("one query for all", zh="一次查询", visible=True)
async def one_query(world, submission):
    database = world.database(query_latency=0.1)
    names = [world.secret(number) for number in range(5)]
    await submission.database.load("Author", [{"name": name} for name in names])
    assert await submission.names() == names
    assert len(database.queries) == 1
    assert world.elapsed == 0.1
    assert not world.blocked


@scenario("what is loaded is what is read", zh="读到的就是载入的")
async def loaded(world, submission):
    await submission.database.load("Author", AUTHORS)
    await submission.database.load("Book", [{**BOOK, "key": str(BOOK["key"])}, {"title": "Dune"}])
    first, second = await submission.database.rows("Book")
    assert first == BOOK
    assert (second["id"], second["price"], second["good"], second["extra"]) == (2, decimal.Decimal("1.50"), True, {})
    assert second["published"].tzinfo is datetime.timezone.utc
    assert [author["name"] for author in await submission.database.rows("Author")] == ["Le Guin", "Lem"]


@scenario("values of every kind cross", zh="各种值")
async def values(world, submission):
    await submission.database.load("Author", AUTHORS)
    await submission.database.load("Book", [{**BOOK, "key": str(BOOK["key"])}])
    assert await submission.values() == "fine"
    copies = await submission.database.rows("Book")
    assert [{**copy, "id": 1} for copy in copies] == [BOOK, BOOK]


@scenario("functions, errors and raw SQL", zh="函数、错误与 SQL")
async def functions(world, submission):
    database = world.database(query_latency=lambda sql: 0.3 if "REGEXP" in sql else 0.1)
    await submission.database.load("Author", AUTHORS)
    await submission.database.load("Book", [{**BOOK, "key": str(BOOK["key"])}])
    assert await submission.functions() == "fine"
    assert "SELECT id FROM shop_author WHERE name = %s" in database.queries
    assert round(world.elapsed - 0.2, 6) == round(0.1 * len(database.queries), 6)


@scenario("transactions are free and undo what they must", zh="事务")
async def transactions(world, submission):
    database = world.database(query_latency=0.1)
    assert await submission.transactions() == [1, 1, 1, 2]
    assert [author["name"] for author in await submission.database.rows("Author")] == ["a", "e", "x1", "x2"]
    assert not [sql for sql in database.queries if sql.split()[0] not in ("INSERT", "SELECT")]
    assert world.elapsed == 0.1 * len(database.queries)
    assert database.peak == 1


@scenario("without world.database() queries are free", zh="免费的查询")
async def free(world, submission):
    await submission.database.load("Author", AUTHORS)
    assert await submission.names() == ["Le Guin", "Lem"]
    assert world.elapsed == 0


@scenario("a query on the loop blocks it", zh="阻塞事件循环的查询")
async def blocks(world, submission):
    world.database(query_latency=0.1)
    await submission.database.load("Author", AUTHORS)
    assert await submission.count_on_the_loop() == 2
    assert [(interval["by"], interval["seconds"]) for interval in world.blocked] == [("database", 0.1)]
    assert world.blocked[0]["line"] == submission.source.splitlines().index("    return Author.objects.count()") + 1

from overlap.judge import scenario

SCHEMA = "CREATE TABLE secrets (id INTEGER PRIMARY KEY, word TEXT); INSERT INTO secrets (word) VALUES ('swordfish')"


@scenario("nonsense is refused and nothing is learned before it was paid for", zh="x1")
async def nonsense(world, submission):
    db = world.sql("vault", SCHEMA, query=1.0)
    assert await submission.nonsense() is True
    assert db.rows("SELECT count(*) FROM secrets") == [(1,)]
    before = world.now
    assert await submission.read_twice() == ["broken", "rows"]
    assert world.now - before == 1.0
    assert db.commits == 0


@scenario("marks of transactions and other programs do not get through", zh="x2")
async def programs(world, submission):
    db = world.sql("vault", SCHEMA)
    assert await submission.programs() == ["error"] * 8
    assert db.rows("SELECT word FROM secrets") == [("swordfish",)]

from overlap.judge import scenario

SCHEMA = """
    CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, pages INTEGER);
    INSERT INTO books VALUES (1, 'one', 100), (2, 'two', NULL);
"""


@scenario("objects are read once, added and changed", zh="x1")
async def objects(world, submission):
    db = world.sql("library", SCHEMA, query=0.1)
    assert await submission.objects() == [True, 3, "uno", ["one", "two"], ["three", "two", "uno"], None, 300]
    assert db.rows("SELECT title, pages FROM books ORDER BY id") == [("uno", 100), ("two", None), ("three", 300)]
    assert db.commits == 1
    assert db.connections.opened == 1


@scenario("without a commit nothing is kept", zh="x2")
async def forgets_commit(world, submission):
    db = world.sql("library", SCHEMA)
    await submission.forgets_commit()
    assert db.rows("SELECT count(*) FROM books") == [(2,)]
    assert (db.commits, db.rollbacks) == (0, 1)


@scenario("a session is for one task", zh="x3")
async def shared(world, submission):
    world.sql("library", SCHEMA, query=1.0)
    assert await submission.shared() == ["InvalidRequestError", "IllegalStateChangeError", "IntegrityError",
                                         "NoResultFound", "MultipleResultsFound", "ArgumentError"]


@scenario("sessions wait for a free connection, but not for ever", zh="x4")
async def waiting(world, submission):
    db = world.sql("library", SCHEMA, query=2.0)
    assert await submission.waits() == ["TimeoutError", 1]
    assert db.peak == 1

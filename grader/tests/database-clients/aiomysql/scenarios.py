from overlap.judge import scenario

SCHEMA = "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"


@scenario("what is not committed is lost, and nobody else sees it", zh="x1")
async def commits(world, submission):
    db = world.sql("shop", SCHEMA, query=0.1)
    assert await submission.commits() == [[], ["mine"], ["mine"], 1]
    assert db.rows("SELECT name FROM things") == [("mine",)]
    assert (db.commits, db.rollbacks) == (1, 1)
    assert db.connections.open == 0
    assert world.elapsed == 0.6
    assert len(db.statements) == 6


@scenario("a pool hands out no more connections than it has", zh="x2")
async def pool(world, submission):
    db = world.sql("shop", SCHEMA, connect=0.5, query=1.0)
    assert await submission.pooled(6, 2) == [2, 2]
    assert world.elapsed == 4.0
    assert db.peak == db.connections.peak == db.connections.opened == 2
    assert db.connections.open == 0
    assert [statement.outcome for statement in db.statements] == ["ok"] * 6


@scenario("errors are those of PEP 249", zh="x3")
async def errors(world, submission):
    world.sql("shop", SCHEMA)
    world.sql("full", max_connections=1)
    world.sql("closed", refuses=True)
    assert await submission.errors() == ["IntegrityError 1062", "ProgrammingError 1064", "ProgrammingError 1146",
                                         "OperationalError 1049", "OperationalError 1040", "OperationalError 2003",
                                         "InterfaceError 0", "RuntimeError", "ProgrammingError 1064"]


@scenario("a query that is cancelled closes its connection", zh="x4")
async def cancelled(world, submission):
    db = world.sql("shop", SCHEMA, query=5.0)
    assert await submission.cancelled() is True
    assert db.statements[0].outcome == "cancelled"
    assert db.statements[0].end == world.elapsed == 1.0
    assert db.connections.open == 0


@scenario("forgotten connections and cursors are seen", zh="x5")
async def forgotten(world, submission):
    db = world.sql("shop", SCHEMA)
    await submission.forgets()
    assert (db.connections.opened, db.connections.open, db.cursors_opened, db.cursors_open) == (2, 1, 2, 1)

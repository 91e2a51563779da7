from overlap.judge import scenario

SCHEMA = """
    CREATE TABLE accounts (id INTEGER PRIMARY KEY, owner TEXT NOT NULL UNIQUE, balance INTEGER NOT NULL);
    INSERT INTO accounts VALUES (1, 'ann', 100), (2, 'ben', 50);
"""


@scenario("rows by name and by number", zh="x1")
async def rows(world, submission):
    db = world.sql("bank", SCHEMA, connect=0.2, query=0.1)
    assert await submission.rows() == [["ann", "ben"], {"owner": "ann", "balance": 100}, 150, None, "UPDATE 2", "INSERT 0 1"]
    assert world.elapsed == 0.8
    assert db.statements[1].params == (1,)
    assert db.connections.open == 0


@scenario("transactions keep all or nothing, savepoints a part", zh="x2")
async def transactions(world, submission):
    db = world.sql("bank", SCHEMA)
    assert await submission.transfer() == "UniqueViolationError"
    assert db.rows("SELECT owner, balance FROM accounts ORDER BY id") == [("ann", 90), ("ben", 60)]
    assert (db.commits, db.rollbacks) == (1, 1)
    assert not db.connections.open


@scenario("a pool is shared", zh="x3")
async def pool(world, submission):
    db = world.sql("bank", SCHEMA, query=1.0)
    assert await submission.pooled() == [150] * 6
    assert world.elapsed == 2.0
    assert db.peak == 3
    assert (db.connections.opened, db.connections.open) == (3, 0)


@scenario("errors and time limits", zh="x4")
async def errors(world, submission):
    world.sql("bank", SCHEMA, query=1.0)
    assert await submission.errors() == ["PostgresSyntaxError", "UndefinedTableError", "InterfaceError", "TimeoutError",
                                         "InterfaceError", "InvalidCatalogNameError"]

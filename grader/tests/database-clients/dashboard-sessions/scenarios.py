from overlap.judge import raises, scenario

SCHEMA = """
    CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, title TEXT NOT NULL);
    CREATE TABLE comments (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, body TEXT NOT NULL);
    INSERT INTO users VALUES (1, 'ann'), (2, 'ben');
    INSERT INTO posts (user_id, title) VALUES (1, 'first'), (2, 'other'), (1, 'second');
    INSERT INTO comments (user_id, body) VALUES (1, 'nice'), (2, 'well');
"""


def seconds(sql, params):
    return 0.5 if "users" in sql else 1.0 if "posts" in sql else 0.8


@scenario("posts and comments are read at the same time", zh="x1", visible=True)
async def together(world, submission):
    db = world.sql("blog", SCHEMA, query=seconds)
    assert await submission.dashboard(1) == {"user": "ann", "posts": ["first", "second"], "comments": ["nice"]}
    assert world.elapsed == 1.5
    assert db.peak == 2
    assert [statement.begin for statement in db.statements] == [0.0, 0.5, 0.5]
    await submission.support.engine.dispose()
    assert db.connections.open == 0


@scenario("every session is closed when one fails", zh="x2")
async def failing(world, submission):
    db = world.sql("blog", SCHEMA, query=seconds, fail=lambda sql, params: "gone" if "comments" in sql else None)
    with raises("OperationalError"):
        await submission.dashboard(1)
    await world.sleep(5.0)
    await submission.support.engine.dispose()
    assert db.connections.open == 0

# image: django-clients
import asyncio

from overlap.judge import scenario

SCHEMA = """
    CREATE TABLE agents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL);
    INSERT INTO agents (name, owner) VALUES ('Ada', 'ann'), ('Bob', 'ann'), ('Cyd', 'ben');
"""


def agency(world, **options):
    return world.sql("agency", SCHEMA, connect=0.1, query=0.2, **options)


@scenario("the agents of an owner, as a list", zh="x1", visible=True)
async def of_owner(world, submission):
    db = agency(world)
    response = await submission.client.get("/agents/?owner=ann")
    assert response.status == 200
    assert response.json() == ["Ada", "Bob"]
    assert world.elapsed == 0.3
    assert db.connections.open == 0
    assert db.cursors_open == 0
    assert not world.blocked


@scenario("an owner may be called anything", zh="x2")
async def injection(world, submission):
    db = agency(world)
    response = await submission.client.get("/agents/?owner=x%27%20OR%20%271%27=%271")
    assert response.json() == []
    assert db.statements[0].params == ("x' OR '1'='1",)
    assert "'1'" not in db.statements[0].sql


@scenario("a failing query leaves nothing open", zh="x3")
async def failing(world, submission):
    db = agency(world, fail=lambda sql, params: "the disk is full")
    response = await submission.client.get("/agents/?owner=ann")
    assert response.status == 500
    assert db.connections.opened == 1
    assert db.connections.open == 0
    assert db.cursors_open == 0


@scenario("ten requests at once", zh="x4")
async def ten(world, submission):
    db = agency(world)
    answers = await asyncio.gather(*(submission.client.get("/agents/?owner=ben") for _ in range(10)))
    assert [answer.json() for answer in answers] == [["Cyd"]] * 10
    assert world.elapsed == 0.3
    assert db.peak == 10
    assert db.connections.peak == 10

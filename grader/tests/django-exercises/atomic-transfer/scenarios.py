import asyncio

from overlap.judge import raises, scenario


async def open_bank(submission):
    await submission.database.load("Account", [{"owner": "ann", "balance": 100}, {"owner": "bob", "balance": 10}])


async def balances(submission):
    return {row["owner"]: row["balance"] for row in await submission.database.rows("Account")}


@scenario("a transfer")
async def one(world, submission):
    database = world.database(query_latency=0.1)
    world.service("notify", latency=0.2)
    await open_bank(submission)
    await submission.transfer("ann", "bob", 30)
    assert await balances(submission) == {"ann": 70, "bob": 40}
    marks = [sql for sql in database.statements if sql.split()[0] in ("BEGIN", "COMMIT", "ROLLBACK")]
    assert marks == ["BEGIN", "COMMIT"]
    assert not world.blocked
    assert world.elapsed == 0.1 * len(database.queries) + 0.2


@scenario("all or nothing")
async def nothing(world, submission):
    database = world.database(query_latency=0.1)
    world.service("notify", latency=0.2, fail=RuntimeError("no network"))
    await open_bank(submission)
    with raises(RuntimeError):
        await submission.transfer("ann", "bob", 30)
    assert await balances(submission) == {"ann": 100, "bob": 10}
    assert database.statements[-1] == "ROLLBACK"


@scenario("what is not there cannot be spent")
async def too_much(world, submission):
    world.database(query_latency=0.1)
    world.service("notify", latency=0.2)
    await open_bank(submission)
    with raises("InsufficientFunds"):
        await submission.transfer("bob", "ann", 30)
    assert await balances(submission) == {"ann": 100, "bob": 10}


@scenario("two transfers at once")
async def two(world, submission):
    world.database(query_latency=0.1)
    world.service("notify", latency=0.2)
    await open_bank(submission)
    paths = ["/transfer/ann/bob/20/", "/transfer/ann/bob/30/"]
    answers = await asyncio.gather(*(submission.client.post(path) for path in paths))
    assert [answer.status for answer in answers] == [200, 200]
    assert await balances(submission) == {"ann": 50, "bob": 60}

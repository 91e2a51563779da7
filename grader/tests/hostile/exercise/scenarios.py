"""What the attacks are graded against. Everything spelled MARKER-… must never reach a submission or its verdict."""

import asyncio

from overlap.judge import scenario

# MARKER-COMMENT-51c07e: a comment that only the judge may ever hold.
LEDGER = {"gold": "MARKER-LEDGER-83bd12"}


@scenario("profiles are loaded at the same time", zh="同时加载资料", visible=True, hint="Start every call first.",
          hint_zh="先启动所有调用。")
async def loads_at_once(world, submission):
    fetch = world.service("profiles", latency=1.0, reply=lambda uid: {"id": uid, "key": world.secret(uid)})
    got = await submission.load(fetch, [1, 2, 3, 4, 5])
    assert got == [fetch.replied(uid) for uid in (1, 2, 3, 4, 5)]
    assert fetch.peak == 5
    assert world.elapsed == 1.0
    assert not world.blocked
    assert not world.leaked_tasks


@scenario("the digest is right", zh="摘要正确")
async def digest(world, submission):
    expected = "MARKER-DIGEST-2f90aa"
    assert submission.digest("MARKER", 47, "aa") == expected


@scenario("a trade is confirmed", zh="交易得到确认")
async def trade(world, submission):
    steps = []

    class Desk:
        amount = 21
        ledger = "MARKER-DESK-c41ff0"

        def add(self, more):
            return self.amount + more

    def MARKER_FUNCTION_6b20(MARKER_PARAMETER_9d):
        assert MARKER_PARAMETER_9d in ("open", "close"), "MARKER-STEP-77aa01"
        steps.append(MARKER_PARAMETER_9d)
        return len(steps)

    async def confirm(amount):
        await world.sleep(0.5)
        assert amount == 26, f"MARKER-CONFIRM-{LEDGER['gold']}"
        return "confirmed"

    def once(factory):
        return factory()

    desk = world.expose(Desk(), "amount", "add")
    assert await submission.trade(desk, MARKER_FUNCTION_6b20, confirm, once) == "confirmed"
    assert steps == ["open", "close"]
    assert world.elapsed == 0.5


@scenario("the archive is read in threads", zh="在线程中读取档案")
async def archive(world, submission):
    read = world.service("archive", latency=lambda page: 2.0, reply=lambda page: world.secret(("archive", page)))
    got = await submission.archive(read.blocking, [1, 2, 3])
    assert got == [read.replied(page) for page in (1, 2, 3)]
    assert all(call.outcome == "ok" for call in read.calls)
    assert world.elapsed <= 2.0
    assert not world.blocked


@scenario("the judge has work of its own", zh="评判者也有自己的工作")
async def own_work(world, submission):
    oracle = world.service("oracle", latency=3.0, reply="MARKER-ORACLE-e2a6b4")
    fetch = world.service("profiles", latency=1.0, reply=lambda uid: world.random.randrange(10**9))
    loading = asyncio.gather(submission.load(fetch, [7]), submission.load(fetch, [8]))
    told = await oracle("question")
    assert told == "MARKER-ORACLE-e2a6b4"
    assert world.elapsed == 3.0
    assert [list(rows) for rows in await loading] == [[fetch.replied(7)], [fetch.replied(8)]]

import asyncio

from overlap.judge import raises, scenario


class Store:
    """Balances behind services of 0.01 s each."""

    def __init__(self, world, fail=None):
        self.balances = {"A": 0, "B": 0}
        self.read = world.service("read", latency=0.01, reply=lambda account: self.balances[account])
        self.write = world.service("write", latency=0.01, reply=self.set, fail=fail)

    def set(self, account, value):
        self.balances[account] = value


def bank(world, **options):
    store = Store(world, **options)
    return store, world.expose(store, "read", "write")


@scenario("ten deposits on one account")
async def ten_deposits(world, submission):
    store, exposed = bank(world)
    await asyncio.gather(*(submission.deposit(exposed, "A", 1) for _ in range(10)))
    assert store.balances["A"] == 10
    assert world.elapsed == 0.2
    assert not world.trouble


@scenario("two accounts do not wait for each other")
async def two_accounts(world, submission):
    store, exposed = bank(world)
    await asyncio.gather(*(submission.deposit(exposed, account, 1) for account in "AB" * 5))
    assert store.balances == {"A": 5, "B": 5}
    assert world.elapsed == 0.1


@scenario("after a deposit that failed")
async def after_failure(world, submission):
    broken = [OSError("disk full")]
    store, exposed = bank(world, fail=lambda account, value: broken.pop() if broken else None)
    with raises(OSError):
        await submission.deposit(exposed, "A", 1)
    await submission.deposit(exposed, "A", 5)
    assert store.balances["A"] == 5
    assert not world.trouble

from overlap.judge import outside_loop, scenario


class Store:
    """A balance behind blocking services of 0.01 s each."""

    def __init__(self, world):
        self.balance = 0
        self.read = world.service("read", latency=0.01, reply=lambda: self.balance).blocking
        self.write = world.service("write", latency=0.01, reply=self.set).blocking

    def set(self, value):
        self.balance = value


@scenario("ten deposits in ten threads")
async def ten_threads(world, submission):
    store = Store(world)
    await outside_loop(submission.deposit_all, world.expose(store, "read", "write"), [1] * 10)
    assert store.balance == 10
    assert world.elapsed == 0.2
    assert world.thread_calls == 10
    assert not world.trouble

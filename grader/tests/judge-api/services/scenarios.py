import asyncio

from overlap.judge import raises, scenario


@scenario("a constant latency", zh="例")
async def constant(world, submission):
    users = world.service("users", latency=1.5, reply="hello")
    assert await submission.load(users, [1, 2, 3]) == ["hello"] * 3
    assert world.elapsed == 1.5
    assert users.peak == 3
    assert [(call.begin, call.end, call.outcome, call.in_thread) for call in users.calls] == [(0, 1.5, "ok", False)] * 3


@scenario("a latency that depends on the arguments", zh="例")
async def by_arguments(world, submission):
    users = world.service("users", latency=lambda number: number / 2, reply=lambda number: -number)
    assert await submission.load(users, [1, 2, 3]) == [-1, -2, -3]
    assert [call.end for call in users.calls] == [0.5, 1.0, 1.5]


@scenario("a latency drawn from the seed", zh="例", seeds=3)
async def drawn(world, submission):
    users = world.service("users", latency=(1.0, 2.0), reply=None)
    await submission.load(users, range_list(20))
    lengths = [call.end - call.begin for call in users.calls]
    assert all(1.0 <= length <= 2.0 for length in lengths)
    assert len(set(lengths)) > 10


def range_list(count):
    return list(range(count))


@scenario("no latency given is none", zh="例")
async def none(world, submission):
    users = world.service("users", reply=7)
    assert await submission.load_slowly(users, range_list(300)) == [7] * 300
    assert world.elapsed == 0
    assert users.peak == 1


@scenario("a capacity makes calls queue in order", zh="例")
async def capacity(world, submission):
    users = world.service("users", latency=1.0, reply=lambda number: number, capacity=2)
    assert await submission.load(users, [5, 4, 3, 2, 1]) == [5, 4, 3, 2, 1]
    assert world.elapsed == 3.0
    assert [call.end for call in users.calls] == [1, 1, 2, 2, 3]
    assert users.order == [5, 4, 3, 2, 1]
    assert users.peak == 5


@scenario("a single argument stands for itself, however it was given", zh="例")
async def single_argument(world, submission):
    users = world.service("users", reply=lambda number: number)
    assert await submission.call_with(users, 1) == await submission.call_with(users, number=1)
    assert users.order == [1, 1]


@scenario("replies are kept with their arguments", zh="例")
async def replied(world, submission):
    users = world.service("users", reply=lambda number, **more: world.secret((number, more.get("key"))))
    assert await submission.call_with(users, 1, key="k") == users.replied(1, key="k")
    assert users.calls[0].kwargs == {"key": "k"}
    try:
        users.replied(2)
    except LookupError:
        return
    raise AssertionError("a call that never was has a reply")


@scenario("failures come out where the call was awaited", zh="例")
async def failures(world, submission):
    users = world.service("users", latency=1.0, reply="ok", fail=lambda number: KeyError(number) if number == 2 else None)
    assert await submission.try_all(users, [1, 2, 3]) == ["ok", "KeyError: 2", "ok"]
    assert [call.outcome for call in users.calls] == ["ok", "error", "ok"]
    down = world.service("down", fail=ConnectionError("down"))
    with raises(ConnectionError) as caught:
        await submission.call_with(down)
    assert caught.error.args == ("down",)


@scenario("a call that is given up is cancelled", zh="例")
async def cancelled(world, submission):
    users = world.service("users", latency=10.0)
    assert await submission.give_up(users, 2.0) == "gave up"
    assert [(call.args, call.begin, call.end) for call in users.cancelled] == [(("slow",), 0, 2)]
    assert world.elapsed == 2.0


@scenario("a service is found by its name", zh="例")
async def by_name(world, submission):
    world.service("users", latency=1.0, reply=lambda number: number * 10)
    assert await submission.load_by_name([1, 2]) == [10, 20]
    assert world.elapsed == 1.0
    assert "nobody" in await submission.call_unknown()


@scenario("a blocking call stops the loop and says where", zh="例")
async def blocking(world, submission):
    users = world.service("users", latency=2.0, reply="done")
    assert await submission.call_blocking(users.blocking, 1) == "done"
    assert world.elapsed == 2.0
    assert [(one["by"], one["line"], one["seconds"]) for one in world.blocked] == [("users", 27, 2.0)]


@scenario("a blocking call of a plain function blocks no loop", zh="例")
async def plain(world, submission):
    world.service("users", latency=2.0, reply="done")
    assert submission.load_blocking(1) == "done"
    assert world.elapsed == 2.0
    assert not world.blocked


@scenario("blocking calls in threads overlap", zh="例")
async def threads(world, submission):
    users = world.service("users", latency=2.0, reply="done", capacity=2)
    assert await submission.load_in_threads([1, 2, 3]) == ["done"] * 3
    assert world.elapsed == 4.0
    assert [call.in_thread for call in users.calls] == [True] * 3
    assert world.thread_calls == 3
    assert not world.blocked


@scenario("the judge may call a service, too", zh="例")
async def from_judge(world, submission):
    users = world.service("users", latency=1.0, reply=lambda number: number)
    assert await asyncio.gather(users(1), users(2)) == [1, 2]
    assert world.elapsed == 1.0


@scenario("one name, one service", zh="例")
async def twice(world, submission):
    world.service("users")
    try:
        world.service("users")
    except ValueError:
        return
    raise AssertionError("two services of one name")

import asyncio

from overlap.judge import raises, scenario


@scenario("a shared list shows who put what in, and when", zh="例")
async def log(world, submission):
    log = world.shared([])
    both = asyncio.gather(submission.hello(log), submission.hello(log))
    await world.until(0.5)
    assert log == ["hello", "hello"]
    assert await both == ["done", "done"]
    assert log.timed == [(0.0, "hello"), (0.0, "hello"), (1.0, "world"), (1.0, "world")]
    assert log.times == [0.0, 0.0, 1.0, 1.0]


@scenario("what is put into a shared list as a slice leaves the other moments alone", zh="例")
async def slices(world, submission):
    log = world.shared(["before"])
    await submission.put_as_slices(log)
    assert log.timed == [(0.0, "before"), (1.0, "first"), (1.0, "second"), (2.0, "last")]


@scenario("a list that is not shared crosses by value", zh="例")
async def by_value(world, submission):
    log = []
    await submission.hello(log)
    assert log == []


@scenario("a shared list does what lists do", zh="例")
async def list_methods(world, submission):
    numbers = world.shared([3, 1, 2])
    assert submission.use_list(numbers) == [
        3, [1, 2], [3, 1, 2], "[3, 1, 2]", True, True, [3, 1, 2, 9], [9, 3, 1, 2], 6, [1, 2, 3], True, 1,
    ]
    assert numbers == [0, 10, 3, 7, 8]
    assert len(numbers.times) == 5
    numbers.append("judge")
    assert submission.last(numbers) == "judge"
    with raises(IndexError):
        submission.at(numbers, 99)
    with raises(ValueError):
        submission.remove(numbers, "nothing")


@scenario("a shared dict does what dicts do", zh="例")
async def dict_methods(world, submission):
    settings = world.shared({"debug": False, "level": 1})
    assert submission.use_dict(settings) == [
        1, None, ["debug", "level"], {"debug": False, "level": 1}, 2, True, {"debug": True, "level": 1}, "missing",
    ]
    assert settings == {"level": 2, "new": 5, "more": 6, "default": 7}


@scenario("the same list is the same object in the submission, and comes back as itself", zh="例")
async def identity(world, submission):
    log = world.shared([])
    assert submission.same(log, log)
    assert submission.give_back(log) is log


@scenario("a shared list inside of something else is shared, too", zh="例")
async def inside(world, submission):
    log = world.shared([])
    await submission.hello_in({"log": [log]})
    assert log == ["in"]


@scenario("things of the submission may be put in", zh="例")
async def remote_items(world, submission):
    log = world.shared([])
    submission.put_function(log)
    assert log[0](4) == 8


@scenario("only lists and dicts are shared", zh="例")
async def refused(world, submission):
    with raises(TypeError):
        world.shared({1})

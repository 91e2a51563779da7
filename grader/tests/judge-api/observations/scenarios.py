import ast

from overlap.judge import about, raises, scenario


@scenario("elapsed, now and measure", zh="例")
async def time(world, submission):
    assert world.elapsed == 0
    await submission.sleep(1.25)
    assert world.elapsed == 1.25
    with world.measure() as inner:
        await submission.sleep(2)
        await world.sleep(0.5)
    assert inner.elapsed == 2.5
    assert world.now == 3.75


@scenario("blocked intervals with line and length", zh="例")
async def blocked(world, submission):
    assert not world.blocked
    await submission.sleep(1)
    await submission.block(2)
    assert list(world.blocked) == [{"by": "time.sleep", "line": 10, "begin": 1.0, "end": 3.0, "seconds": 2.0}]


@scenario("tasks left running", zh="例")
async def leaked(world, submission):
    await submission.sleep(1)
    assert not world.leaked_tasks
    await submission.leak()
    assert list(world.leaked_tasks) == ["sleep"]


@scenario("coroutines never awaited", zh="例")
async def never_awaited(world, submission):
    assert not world.never_awaited
    await submission.forget()
    assert list(world.never_awaited) == ["save"]


@scenario("output, source and syntax tree", zh="例")
async def text(world, submission):
    await submission.shout("one", "zwei \u00e4", 3)
    assert submission.stdout == "one\nzwei \u00e4\n3\n"
    assert "async def shout" in submission.source
    assert any(isinstance(node, ast.Lambda) for node in ast.walk(submission.tree))


@scenario("what is a coroutine function and what is not", zh="例")
async def coroutine_functions(world, submission):
    submission.require_async("sleep", "block")
    assert about(submission.sleep).is_coroutine_function
    assert not about(submission.plain).is_coroutine_function
    assert not about(submission.fetch).is_coroutine_function


@scenario("secrets differ by key and stay the same", zh="例")
async def secrets(world, submission):
    assert world.secret(1) == world.secret(1)
    assert world.secret(1) != world.secret(2)
    assert world.secret("1") != world.secret(1)


@scenario("random numbers come from the seed", zh="例", seeds=2)
async def randomness(world, submission):
    assert 0 <= world.random.random() < 1


@scenario("raises fails when nothing is raised", zh="例")
async def no_raise(world, submission):
    try:
        with raises(ValueError):
            pass
    except AssertionError as failure:
        assert "got no exception" in str(failure)
        return
    raise RuntimeError("nothing was noticed")

import asyncio

from overlap.judge import about, raises, raises_group, scenario


class Refused(Exception):
    """Known to the scenario only."""


class Limit(ValueError):
    """Known to the scenario only."""


@scenario("types that the submission defines, as types", zh="例")
async def own_types(world, submission):
    with raises(submission.ProfileError) as caught:
        await submission.fail_with_code(3)
    assert caught.value.code == 3
    assert str(caught.value) == "profile error 3"
    assert isinstance(caught.value, submission.ProfileError)
    assert isinstance(caught.value, submission.BaseError)
    assert isinstance(caught.value, LookupError)
    with raises(submission.BaseError):
        await submission.fail_with_code(4)
    assert issubclass(submission.ProfileError, submission.BaseError)
    assert submission.ProfileError is submission.ProfileError
    assert about(submission.ProfileError).name == "ProfileError"
    try:
        await submission.fail_with_code(5)
    except submission.BaseError as error:
        assert error.code == 5


@scenario("made by the scenario, they are made by their own __init__", zh="例")
async def constructed(world, submission):
    error = submission.ProfileError(7)
    assert (error.code, str(error)) == (7, "profile error 7")
    assert submission.code_of(error) == ["ProfileError", True, 7]


@scenario("another type than expected is told by its name", zh="例")
async def another(world, submission):
    try:
        with raises(submission.OtherError):
            await submission.fail_with_code(1)
    except AssertionError as failure:
        assert str(failure) == "expected OtherError, got ProfileError"
        return
    raise RuntimeError("nothing was noticed")


@scenario("causes and groups, with their types", zh="例")
async def causes(world, submission):
    with raises(submission.ProfileError) as caught:
        await submission.fail_from_group()
    assert isinstance(caught.value.__cause__, ExceptionGroup)
    assert [type(error) for error in caught.value.__cause__.exceptions] == [ValueError, submission.OtherError]


@scenario("groups by what they hold, at any depth", zh="例")
async def groups(world, submission):
    with raises_group(ValueError, submission.OtherError) as caught:
        await submission.fail_in_groups()
    assert [str(error) for error in caught.leaves] == ["a", "b", "c"]
    try:
        await submission.fail_in_groups()
    except* ValueError as values:
        assert len(values.exceptions) == 2
    except* submission.OtherError as others:
        assert len(others.exceptions) == 1
    for wrong in ((ValueError,), (ValueError, submission.OtherError, KeyError)):
        try:
            with raises_group(*wrong):
                await submission.fail_in_groups()
        except AssertionError:
            continue
        raise RuntimeError("nothing was noticed")


@scenario("an exception that went through the submission is the very same", zh="例")
async def identity(world, submission):
    for error in (ValueError("a", 1), Refused("b"), Limit("c"), OSError(2, "d"), ExceptionGroup("e", [KeyError("f")])):
        job = world.service(f"job {error}", latency=1.0, fail=error)
        with raises(type(error)) as caught:
            await submission.call(job)
        assert caught.value is error
        assert await submission.collect(job) is error
        assert submission.echo(error) is error


@scenario("what the submission makes like it is another one", zh="例")
async def not_identical(world, submission):
    error = Refused("original")
    copy = submission.copy_of(error, "forged")
    assert copy is not error
    assert (type(copy), copy.args) == (Refused, ("forged",))


@scenario("types of the scenario, to be caught in the submission", zh="例")
async def types_of_the_scenario(world, submission):
    async def refuse(kind):
        raise kind("no")

    assert await submission.suppress(refuse, KeyError, (LookupError,)) == "suppressed KeyError"
    assert await submission.suppress(refuse, Limit, (Refused, Limit)) == "suppressed Limit"
    assert await submission.suppress(refuse, Limit, ValueError) == "suppressed Limit"
    with raises(Refused) as caught:
        await submission.suppress(refuse, Refused, (Limit, KeyError))
    assert caught.value.args == ("no",)
    with raises(Refused) as caught:
        submission.raise_it(Refused, "raised there")
    assert str(caught.value) == "raised there"
    assert submission.echo(Refused) is Refused
    assert submission.echo(KeyError) is KeyError


@scenario("exceptions as results are compared by type", zh="例")
async def results(world, submission):
    results, errors = await submission.best_effort({
        "a": world.service("a", latency=1.0, reply=1),
        "b": world.service("b", latency=0.5, fail=ValueError("b")),
    })
    assert results == {"a": 1}
    assert type(errors["b"]) is ValueError


@scenario("what ends a generator has its value", zh="例")
async def stop_iteration(world, submission):
    averager = submission.averager()
    assert next(averager) is None
    assert averager.send(10) == 10.0
    assert averager.send(20) == 15.0
    assert averager.throw(submission.Reset) is None
    assert averager.send(4) == 4.0
    with raises(StopIteration) as caught:
        averager.send(None)
    assert caught.value.value == 4.0
    with raises(StopIteration):
        next(averager)


@scenario("async generators are sent to, thrown at and closed", zh="例")
async def async_generator(world, submission):
    echo = submission.echoes()
    assert await anext(echo) == "ready"
    assert await echo.asend("a") == "got a"
    assert await echo.athrow(submission.Reset("again")) == "reset again"
    assert await echo.athrow(KeyError("k")) == "KeyError"
    await echo.aclose()
    with raises(StopAsyncIteration):
        await anext(echo)
    assert submission.closed == ["closed"]


@scenario("cancellation is no failure of another kind", zh="例")
async def cancellation(world, submission):
    with raises(asyncio.CancelledError):
        await submission.cancel_oneself()
    with raises(TimeoutError):
        await submission.time_out()
    with raises(asyncio.CancelledError) as caught:
        await submission.pretend()
    assert caught.value.args == ("pretended",)

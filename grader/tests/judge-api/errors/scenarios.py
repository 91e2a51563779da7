from overlap.judge import raises, scenario
from support import OutOfStock


@scenario("built-in exceptions by type, with their arguments", zh="例")
async def builtin(world, submission):
    for name, kind in (("key", KeyError), ("value", ValueError), ("timeout", TimeoutError)):
        with raises(kind) as caught:
            await submission.fail(name, "why", 2)
        assert caught.error.args == ("why", 2)
        assert type(caught.error) is kind
    with raises(OSError) as caught:
        await submission.fail("os", 2, "gone")
    assert caught.error.errno == 2


@scenario("one of several types", zh="例")
async def several(world, submission):
    with raises(KeyError, ValueError):
        await submission.fail("value", "x")


@scenario("exceptions of support.py are the same type on both sides, with their fields", zh="例")
async def support(world, submission):
    with raises(OutOfStock) as caught:
        await submission.fail("stock", "tea", 0)
    assert (caught.error.item, caught.error.left, str(caught.error)) == ("tea", 0, "tea: 0 left")

    async def sell():
        raise OutOfStock("tea", 2)

    assert await submission.catch(sell) == [True, "tea", 2, "tea: 2 left"]


@scenario("exceptions that the submission defines, by name or by their built-in base", zh="例")
async def own(world, submission):
    with raises("OwnError") as caught:
        await submission.fail("own", "mine")
    assert caught.error.args == ("mine",)
    with raises(ValueError):
        await submission.fail("own", "mine")
    with raises("Coded") as caught:
        await submission.fail("coded", 7)
    assert caught.error.code == 7


@scenario("exception groups, with what is inside", zh="例")
async def groups(world, submission):
    with raises(ExceptionGroup) as caught:
        await submission.in_group()
    assert [type(error) for error in caught.error.exceptions] == [ValueError, KeyError]

    async def both():
        raise ExceptionGroup("two", [KeyError("a"), ValueError("b")])

    assert await submission.catch(both) == ["KeyError", "ValueError"]


@scenario("causes", zh="例")
async def causes(world, submission):
    with raises(RuntimeError) as caught:
        await submission.chained()
    assert type(caught.error.__cause__) is KeyError


@scenario("exceptions of plain functions", zh="例")
async def plain(world, submission):
    with raises(LookupError):
        submission.plain()


@scenario("an assertion of the scenario tells the submission nothing", zh="例")
async def assertions(world, submission):
    async def check():
        expected = "the expected value"
        try:
            raise KeyError(expected)
        except KeyError:
            assert "something else" == expected

    assert await submission.provoke(check) == ["AssertionError()", "", "None", "None", []]
    own = submission.Own()
    async with own:
        assert "a" == "the expected value"
    assert own.seen == [False, "AssertionError()"]


@scenario("an exception of the submission goes back to it as itself", zh="例")
async def back(world, submission):
    own = submission.Own()
    async with own:
        await submission.fail("own", "mine")
    assert own.seen == [True, "OwnError('mine')"]

import asyncio

from overlap.judge import raises, scenario


def records(findings):
    return [tuple(vars(one).values()) for one in findings]


COMPILER = ("SyntaxWarning", "'return' in a 'finally' block", 15)


def without_compiler(world):
    assert records(world.warnings)[0] == COMPILER
    return records(world.warnings)[1:]


@scenario("what the compiler warns of is in the text", zh="例")
async def syntax(world, submission):
    assert records(world.warnings) == [COMPILER]
    assert world.warnings[0].category == "SyntaxWarning"
    assert world.warnings[0].line == 15


@scenario("deprecations of the student's own lines", zh="例")
async def deprecated(world, submission):
    submission.outdated()
    assert without_compiler(world) == [("DeprecationWarning", "outdated() will go away", 19)]


@scenario("warnings that are caught are none", zh="例")
async def caught(world, submission):
    submission.careful()
    assert without_compiler(world) == []


@scenario("coroutines never awaited", zh="例")
async def unawaited(world, submission):
    await submission.forget()
    assert without_compiler(world) == [("RuntimeWarning", "coroutine 'save' was never awaited", 35)]


@scenario("nothing is unhandled where everything is fine", zh="例")
async def fine(world, submission):
    submission.quiet()
    try:
        await submission.fail()
    except ValueError:
        pass
    assert world.unhandled == []


@scenario("a task whose exception nobody asked for", zh="例")
async def task(world, submission):
    await submission.drop_task()
    assert records(world.unhandled) == [("task", "ValueError", "no such user", 39)]


@scenario("a task that may still be asked is not unhandled, and not when it was", zh="例")
async def late(world, submission):
    collecting = submission.collect_never()
    await collecting
    assert world.unhandled == []
    await submission.collect_late()
    assert world.unhandled == []


@scenario("a callback that fails", zh="例")
async def callback(world, submission):
    await submission.answer_twice()
    assert records(world.unhandled) == [("callback", "InvalidStateError", "invalid state", 62)]
    assert world.unhandled[0].what == "callback"


@scenario("a handler of the submission's own changes nothing", zh="例")
async def own_handler(world, submission):
    await submission.own_handler()
    assert [one.what for one in world.unhandled] == ["task"]


@scenario("a thread that fails", zh="例")
async def thread(world, submission):
    await submission.fail_in_thread()
    assert records(world.unhandled) == [("thread", "KeyError", "'lost'", 78)]


@scenario("a clean-up that fails", zh="例")
async def cleanup(world, submission):
    await submission.fail_in_cleanup()
    assert records(world.unhandled) == [("ignored", "OSError", "cannot close", 83)]


@scenario("a future whose exception nobody asked for", zh="例")
async def future(world, submission):
    await submission.drop_future()
    assert records(world.unhandled) == [("future", "ValueError", "nobody looks", None)]


@scenario("a gather behind a shield that is cancelled is not unhandled", zh="例")
async def shielded(world, submission):
    waiting = asyncio.create_task(submission.shield())
    await world.until(0.5)
    waiting.cancel()
    with raises(asyncio.CancelledError):
        await waiting
    assert world.unhandled == []

from overlap.judge import about, raises, scenario


@scenario("an object that says it equals everything is not equal", zh="例")
async def lies_in_eq(world, submission):
    liar = submission.Liar()
    assert liar != 5
    assert 5 != liar
    assert liar not in [1, 2, None]
    assert [liar] != [5]
    assert {"a": liar} != {"a": 5}
    assert not (liar == world.elapsed)


@scenario("a length that nothing can have", zh="例")
async def lies_in_len(world, submission):
    with raises(AssertionError):
        list(submission.Length(2**31 - 2))
    for wrong in (submission.Length(2**62), submission.Length(-1), submission.Length("x"), submission.Length(10**30)):
        with raises(TypeError, ValueError, OverflowError):
            len(wrong)


@scenario("a truth that is none", zh="例")
async def lies_in_bool(world, submission):
    assert about(submission.Liar).is_coroutine_function == 0
    assert not isinstance(5, submission.Liar)


@scenario("a result that is too large, or too deep, is an exception", zh="例")
async def giants(world, submission):
    for make in (submission.giant_text, submission.giant_list, submission.deep):
        with raises(TypeError):
            make()


@scenario("an exception that breaks when it is looked at", zh="例")
async def broken_exceptions(world, submission):
    with raises(submission.Broken):
        submission.fail()
    with raises(TypeError, submission.Broken):
        submission.fail_huge()


@scenario("hundreds of types of exceptions", zh="例")
async def many_types(world, submission):
    for number in range(300):
        with raises(Exception):
            submission.fail_newly(number)


@scenario("a handle on something that was never lent", zh="例")
async def forged_handles(world, submission):
    error = ValueError("sent")
    assert submission.echo(error) is error
    with raises(TypeError):
        submission.forge_error(999)
    kept = submission.forge_error(submission.number_of(lambda: None))
    assert type(kept) is ValueError


@scenario("shared lists take what they are given, and nothing runs", zh="例")
async def shared(world, submission):
    log = world.shared([])
    submission.fill(log)
    assert log[0] != "right"
    assert len(log) == 2
    with raises(AttributeError):
        submission.reach_in(log)


@scenario("names that begin with two underscores lead nowhere", zh="例")
async def dunder(world, submission):
    class Thing:
        name = "thing"

    assert submission.look_around(world.expose(Thing(), "name"), lambda: 1) == []

from overlap.judge import about, raises, scenario


@scenario("what functions are, and what they return", zh="例")
async def kinds(world, submission):
    assert about(submission.hello).is_coroutine_function
    assert about(submission.Callable()).is_coroutine_function
    assert not about(submission.ticks).is_coroutine_function
    assert about(submission.ticks).is_async_generator_function
    assert about(submission.numbers).is_generator_function
    assert about(submission.Callable).is_class
    assert not about(submission.hello).is_class
    waiting = submission.hello(1)
    assert about(waiting).is_coroutine
    assert about(waiting).is_awaitable
    waiting.close()
    assert about(submission.ticks()).is_async_generator
    assert about(submission.numbers()).is_generator
    assert about(world.module("asyncio").Queue()).type == "Queue"


@scenario("names, documentation, signature and annotations", zh="例")
async def texts(world, submission):
    hello = about(submission.hello)
    assert (hello.name, hello.module, hello.doc, hello.type) == ("hello", "submission", "Says hello.", "function")
    assert about(submission.Callable.method).qualname == "Callable.method"
    assert hello.parameters == ["name", "times", "more"]
    assert hello.signature == "(name, times: int = 2, *, more=None) -> dict | None"
    assert hello.annotations == {"times": "int", "return": "dict | None"}
    assert submission.hello.__name__ == "hello"


@scenario("decorated functions", zh="例")
async def decorated(world, submission):
    report = world.shared([])
    decorated = submission.timed(report)(submission.hello)
    assert about(decorated).is_coroutine_function
    assert about(decorated).name == "hello"
    assert about(decorated).is_wrapper
    assert not about(submission.hello).is_wrapper
    assert await decorated("you") == {"you": 2}
    assert report == [("hello", 1.0)]


@scenario("plain values have a form, too", zh="例")
async def plain(world, submission):
    assert not about(submission.LIMIT).is_coroutine_function
    assert about(submission.LIMIT).type == "int"


@scenario("identity and classes", zh="例")
async def identity(world, submission):
    squares = submission.Squares(3)
    assert isinstance(squares, submission.Squares)
    assert not isinstance(submission.hello, submission.Squares)
    assert not isinstance(5, submission.Squares)
    assert iter(squares) is squares
    assert next(squares) == 0
    assert list(squares) == [1, 4]
    with raises(StopIteration):
        next(squares)
    ticks = submission.ticks()
    assert ticks.__aiter__() is ticks
    assert submission.Callable.kind == "callable"
    thing = submission.Callable()
    thing.size = 7
    assert (thing.size, thing.area) == (7, 49)
    with raises(AttributeError):
        thing.area = 5


@scenario("iteration protocols are Python's own", zh="例")
async def protocols(world, submission):
    for broken in (submission.AsyncAiter(), submission.NoAiter(), submission.PlainNext()):
        with raises(TypeError):
            async for _ in broken:
                pass
    with raises(TypeError):
        async with submission.NoAiter():
            pass
    with raises(TypeError):
        async for _ in submission.numbers():
            pass
    with raises(TypeError):
        for _ in submission.LIMIT:
            pass
    with raises(RuntimeError):
        async for _ in submission.StopsWrongly():
            pass

import asyncio
import contextlib

from overlap.judge import inside_loop, raises, scenario


@scenario("async generators of the scenario are iterated, and closed", zh="例")
async def async_generators(world, submission):
    closed = []

    async def source():
        try:
            for number in range(100):
                await world.sleep(0.5)
                yield number
        finally:
            closed.append(float(world.now))

    assert await submission.take(source(), 3) == [0, 1, 2]
    assert world.elapsed == 1.5
    assert closed == [1.5]


@scenario("iterators and generators of the scenario are pulled one by one", zh="例")
async def iterators(world, submission):
    pulled = []

    def endless():
        number = 0
        while True:
            pulled.append(number)
            yield number
            number += 1

    assert submission.first(endless(), 3) == [0, 1, 2]
    assert pulled == [0, 1, 2]
    assert submission.first(iter("abc"), 9) == ["a", "b", "c"]
    assert submission.first(range(4), 9) == [0, 1, 2, 3]


@scenario("an async iterator by class, and what it raises", zh="例")
async def async_iterators(world, submission):
    class Stream:
        def __init__(self):
            self.left = 2

        def __aiter__(self):
            return self

        async def __anext__(self):
            await world.sleep(0.5)
            if not self.left:
                raise StopAsyncIteration
            self.left -= 1
            return self.left

    assert await submission.take(Stream(), 9) == [1, 0]
    assert world.elapsed == 1.5

    async def broken():
        yield 1
        raise ConnectionError("gone")

    with raises(ConnectionError):
        await submission.take(broken(), 9)


@scenario("async context managers of the scenario, made by a factory", zh="例")
async def sessions(world, submission):
    opened = []

    class Session:
        def __init__(self):
            self.state = "new"
            opened.append(self)

        async def __aenter__(self):
            await world.sleep(0.25)
            self.state = "open"
            return self

        async def __aexit__(self, kind, error, traceback):
            await world.sleep(0.25)
            self.state = f"closed by {kind.__name__ if kind else None}"
            return False

        async def query(self, text):
            await world.sleep(1.0)
            return text.upper()

    def factory():
        return world.expose(Session(), "query")

    assert await submission.ask_in_session(factory, "one") == "ONE"
    assert world.elapsed == 1.5
    with raises(ValueError):
        await submission.fail_in_session(factory)
    assert [session.state for session in opened] == ["closed by None", "closed by ValueError"]


@scenario("contextlib's managers, synchronous ones, too", zh="例")
async def managers(world, submission):
    log = []

    @contextlib.asynccontextmanager
    async def transaction():
        log.append("begin")
        try:
            yield "t1"
        except KeyError:
            log.append("rolled back")
        else:
            log.append("committed")

    @contextlib.contextmanager
    def lock():
        log.append("locked")
        yield
        log.append("free")

    assert await submission.in_transaction(transaction, lock()) == "t1"
    assert await submission.fail_in_transaction(transaction()) == "survived"
    assert log == ["begin", "locked", "free", "committed", "begin", "rolled back"]


@scenario("objects that can be called, measured, searched and indexed", zh="例")
async def containers(world, submission):
    class Shelf:
        def __init__(self):
            self.books = {"a": 1}

        def __call__(self, key):
            return key * 2

        def __len__(self):
            return len(self.books)

        def __getitem__(self, key):
            return self.books[key]

        def __setitem__(self, key, value):
            self.books[key] = value

        def __contains__(self, key):
            return key in self.books

        def __iter__(self):
            return iter(self.books)

    shelf = Shelf()
    assert submission.use_shelf(world.expose(shelf)) == ["xx", 1, 1, True, False, ["a", "b"]]
    assert shelf.books == {"a": 1, "b": 2}
    with raises(KeyError):
        submission.look(world.expose(shelf), "nothing")


@scenario("an object without what is asked of it is refused as Python does", zh="例")
async def missing_protocols(world, submission):
    class Plain:
        name = "plain"

    assert submission.try_all(world.expose(Plain(), "name")) == ["TypeError"] * 4
    assert await submission.try_async(world.expose(Plain(), "name")) == ["TypeError"] * 2


@scenario("attributes can only be read, and only those named", zh="例")
async def attributes(world, submission):
    class Account:
        balance = 5
        hidden = "hidden"

    account = Account()
    assert submission.try_to_set(world.expose(account, "balance")) == ["AttributeError", "AttributeError", 5]
    assert account.balance == 5


@scenario("coroutines and futures of the scenario are awaited", zh="例")
async def awaitables(world, submission):
    async def answer():
        await world.sleep(1.0)
        return 42

    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(2.0, future.set_result, "later")
    assert await submission.await_both(answer(), future) == [42, "later"]
    assert world.elapsed == 2.0


@scenario("functions of the scenario run inside its loop", zh="例")
async def callbacks(world, submission):
    def get(url, on_ok, on_error):
        loop = asyncio.get_running_loop()
        if url == "bad":
            loop.call_later(1.0, on_error, OSError("no"))
        else:
            loop.call_later(1.0, on_ok, url.upper())

    class Api:
        pass

    api = Api()
    api.get = get
    lent = world.expose(api, "get")
    assert await asyncio.gather(submission.get(lent, "a"), submission.get(lent, "b")) == ["A", "B"]
    assert world.elapsed == 1.0
    with raises(OSError):
        await submission.get(lent, "bad")


@scenario("the same thing is the same in the submission, and comes back as itself", zh="例")
async def identity(world, submission):
    def callback():
        return 1

    exposed = world.expose(object.__new__(type("Thing", (), {"size": 3})), "size")
    assert submission.is_same(callback, callback)
    assert submission.is_same(exposed, exposed)
    assert submission.echo(callback) is callback


@scenario("services are handed on inside of lists and dicts", zh="例")
async def nested(world, submission):
    jobs = {name: world.service(name, latency=1.0, reply=name) for name in ("a", "b")}
    assert await submission.run_jobs(list(jobs.items())) == ["a", "b"]
    assert world.elapsed == 1.0


@scenario("a function of the scenario is called by words that students know, or as its author says", zh="例")
async def names(world, submission):
    async def download():
        pass

    def fail_on_third_call():
        pass

    assert submission.name_of(download) == "download"
    assert submission.name_of(fail_on_third_call) == "callback"
    assert submission.name_of(lambda: None) == "callback"

    def slow_page():
        pass

    assert submission.name_of(world.expose(slow_page, name="page")) == "page"
    assert submission.name_of(slow_page) == "page"
    for wrong in (42, world):
        with raises(ValueError):
            world.expose(wrong, name="page")
    with raises(ValueError):
        world.expose(download, name="no name")


@scenario("the states of generators are known, and nothing else of where they are", zh="例")
async def states(world, submission):
    def one():
        yield submission.states(generator, several)[0]

    async def more():
        yield submission.states(generator, several)[1]

    generator, several = one(), more()
    assert submission.states(generator, several) == ["GEN_CREATED", "AGEN_CREATED"]
    assert next(generator) == "GEN_RUNNING"
    assert await anext(several) == "AGEN_RUNNING"
    assert submission.states(generator, several) == ["GEN_SUSPENDED", "AGEN_SUSPENDED"]
    assert submission.frames(generator, several) == "AttributeError"
    generator.close()
    await several.aclose()
    assert submission.states(generator, several) == ["GEN_CLOSED", "AGEN_CLOSED"]


@scenario("what may be an async def or a def that gives a task is called inside the loop", zh="例")
async def either(world, submission):
    for function in (submission.awaitable, submission.waits):
        assert await (await inside_loop(function)) == "done"
    assert world.elapsed == 2.0

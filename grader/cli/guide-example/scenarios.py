"""Uses every name that docs/authors.md gives to authors; the tests grade it."""

import asyncio

from overlap.judge import about, inside_loop, outside_loop, raises, raises_group, scenario
from support import SoldOut, Ticket

TEXTS = {"zh": "中文", "hint": "None.", "hint_zh": "无。"}


@scenario("services and types of support.py", visible=True, seeds=2, **TEXTS)
async def services(world, submission):
    shop = world.service(
        "shop",
        latency=(0.5, 0.7),
        reply=lambda seat: Ticket(seat, 5),
        fail=lambda seat: SoldOut(seat) if seat == "x" else None,
    )
    ticket = await submission.book("a")
    assert isinstance(ticket, Ticket)
    assert ticket == shop.replied("a")
    with raises(SoldOut) as caught:
        await submission.book("x")
    assert caught.value.args == ("x",)
    with raises("OwnError"):
        await submission.raise_own()
    assert shop.order == ["a", "x"]
    assert [call.outcome for call in shop.calls] == ["ok", "error"]
    assert shop.calls[0].args == ("a",)
    assert 0.5 <= shop.calls[0].end - shop.calls[0].begin <= 0.7


@scenario("capacity, peak and measured time", **TEXTS)
async def capacity(world, submission):
    shop = world.service("shop", latency=1.0, reply=1, capacity=2)
    await world.sleep(0.5)
    with world.measure() as measured:
        await submission.book_all(["a", "b", "c"])
    assert measured.elapsed == 2.0
    assert world.elapsed == 2.5
    assert world.now == 2.5
    assert len(shop.calls) == 3
    assert shop.peak <= 3


@scenario("several at once, and cancelled from outside", **TEXTS)
async def cancelled(world, submission):
    shop = world.service("shop", latency=1.0, reply=1)
    waiting = asyncio.create_task(submission.book("a"))
    await asyncio.gather(submission.book("b"), submission.book("c"), world.sleep(0.5))
    assert shop.peak == 3
    other = asyncio.create_task(submission.book("d"))
    await world.sleep(0.25)
    other.cancel()
    with raises(asyncio.CancelledError):
        await other
    await waiting
    assert [call.args for call in shop.cancelled] == [("d",)]


@scenario("what is recorded", **TEXTS)
async def recorded(world, submission):
    world.service("shop", latency=1.0, reply=7)
    assert await submission.book_slowly("a") == 7
    assert len(world.blocked) == 1
    await submission.forget()
    assert world.never_awaited
    assert not world.leaked_tasks
    await submission.leave_running()
    assert len(world.leaked_tasks) == 1


@scenario("a deadline of its own", deadline=10, **TEXTS)
async def deadline(world, submission):
    await submission.wait_long()


class Client:
    """An object of the scenario, of which the submission sees a part."""

    limit = 4
    secret = "hidden"

    def __init__(self, get):
        self.get = get

    def add(self, left, right):
        return left + right


@scenario("objects and functions as arguments", **TEXTS)
async def arguments(world, submission):
    pages = world.service("pages", latency=1.0, reply=lambda number: number + 1)
    client = world.expose(Client(pages), "limit", "get", "add")

    async def slowly(number):
        await world.sleep(0.5)
        return number * 10

    assert await submission.use(client, slowly, pages.blocking) == (4, 3, 4, 40, 6)
    assert world.elapsed == 2.5
    with raises(AttributeError):
        await submission.peek(client)


@scenario("the submission itself", **TEXTS)
async def itself(world, submission):
    assert submission.double(4) == 8
    assert submission.stdout == "doubling 4\n"
    assert about(submission.use).is_coroutine_function
    assert not about(submission.double).is_coroutine_function
    submission.require_async("use", "book")
    assert "def double" in submission.source
    assert submission.tree.body
    assert submission.support.Ticket("a", 1).price == 1
    assert world.secret("a") == world.secret("a")
    assert 0 <= world.random.random() < 1


@scenario("the usual questions", **TEXTS)
async def questions(world, submission):
    shop = world.service("shop", latency=1.0, reply=lambda seat: seat)
    log = world.shared([])
    booking = asyncio.create_task(submission.book_and_log(log, ["a", "b"]))
    await world.until(0.1)
    assert shop.call_count == 1
    await booking
    assert world.events == ["shop starts", "shop ends", "shop starts", "shop ends"]
    assert shop.calls.finished == ["a", "b"]
    assert shop.calls.begins == [0.0, 1.0]
    assert log.timed == [(1.0, "a"), (2.0, "b")]
    assert world.peak == 1
    assert world.thread_calls == 0
    assert world.blocked.seconds == 0.0
    lost = asyncio.create_task(submission.book("c"))
    await world.until(2.5)
    lost.cancel()
    with raises(asyncio.CancelledError):
        await lost
    assert world.cancelled == {"shop"}
    assert shop.cancelled.order == ["c"]
    assert not world.trouble
    assert not world.warnings
    assert not world.unhandled


@scenario("what goes to and fro", **TEXTS)
async def to_and_fro(world, submission):
    with raises(submission.OwnError):
        await submission.raise_own()
    with raises_group(ValueError):
        await submission.raise_in_group()
    assert [number async for number in submission.count_to(2)] == [0, 1]
    assert not isinstance(5, submission.OwnError)
    with raises(RuntimeError):
        submission.start_nothing()
    assert await (await inside_loop(submission.start_nothing)) == "nothing"
    assert await outside_loop(submission.double, 2) == 4
    job = await world.task(submission.count_slowly, name="worker-1")
    assert job.get_name() == "worker-1"
    assert await job == 3
    queue = world.module("asyncio").Queue()
    queue.put_nowait(1)
    assert queue.qsize() == 1

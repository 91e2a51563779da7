import asyncio
from contextlib import aclosing

from overlap.judge import raises, scenario


@scenario("numbers arrive one by one")
async def one_by_one(world, submission):
    got = []
    async for number in submission.async_range(0, 5):
        got.append((world.now, number))
    assert got == [(0.1, 0), (0.2, 1), (0.3, 2), (0.4, 3), (0.5, 4)]
    assert [number async for number in submission.async_range(3, 5, delay=0.3)] == [3, 4]
    assert world.elapsed == 1.1
    assert not world.trouble


@scenario("two consumers")
async def two_consumers(world, submission):
    async def consume():
        return [number async for number in submission.async_range(0, 5)]

    assert await asyncio.gather(consume(), consume()) == [[0, 1, 2, 3, 4]] * 2
    assert world.elapsed == 0.5
    assert not world.trouble


@scenario("leaving early")
async def leaving_early(world, submission):
    closed = []
    async with aclosing(submission.async_range(0, 5, on_close=lambda: closed.append(world.now))) as numbers:
        async for number in numbers:
            if number == 1:
                break
    assert closed == [0.2]
    assert not world.trouble

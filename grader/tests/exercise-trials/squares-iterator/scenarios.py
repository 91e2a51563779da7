from itertools import islice

from overlap.judge import raises, scenario


@scenario("the first squares")
async def first_squares(world, submission):
    assert list(islice(submission.Squares(3), 10)) == [0, 1, 4]
    assert list(islice(submission.Squares(6), 10)) == [0, 1, 4, 9, 16, 25]
    assert list(islice(submission.Squares(0), 10)) == []


@scenario("once it is empty, it stays empty")
async def stays_empty(world, submission):
    squares = submission.Squares(2)
    assert [next(squares), next(squares)] == [0, 1]
    for _ in range(3):
        with raises(StopIteration):
            next(squares)


@scenario("a loop goes on where next() stopped")
async def goes_on(world, submission):
    squares = submission.Squares(4)
    assert iter(squares) is squares
    assert next(squares) == 0
    assert [square for square in squares] == [1, 4, 9]


@scenario("a long one begins at once")
async def long_one(world, submission):
    squares = submission.Squares(10**9)
    assert [next(squares) for _ in range(3)] == [0, 1, 4]

import itertools

from overlap.judge import about, scenario


class Source:
    """An endless log that counts how often it was asked."""

    def __init__(self, *levels):
        self.levels, self.pulled = itertools.cycle(levels), 0

    def __iter__(self):
        return self

    def __next__(self):
        self.pulled += 1
        return f"{next(self.levels)} {self.pulled}"


def pipeline(submission, source, n):
    return submission.batches(submission.only_errors(submission.parse(source)), n)


@scenario("the first batch of an endless log")
async def first_batch(world, submission):
    source = Source("error", "info")
    batches = pipeline(submission, source, 3)
    assert source.pulled == 0
    assert next(batches) == ["1", "3", "5"]
    assert source.pulled == 5
    assert next(batches) == ["7", "9", "11"]
    assert source.pulled == 11


@scenario("the last batch may be short")
async def last_batch(world, submission):
    lines = iter(["error a", "error b", "info c", "error d"])
    assert list(pipeline(submission, lines, 2)) == [["a", "b"], ["d"]]
    assert list(pipeline(submission, iter([]), 2)) == []


@scenario("a long log is never held")
async def long_log(world, submission):
    lines = submission.support.long_log(100_000)
    count = sum(len(batch) for batch in pipeline(submission, lines, 500))
    assert count == 10_000
    assert submission.support.Line.most <= 500

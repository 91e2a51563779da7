# fails: a long log is never held
import itertools


def parse(lines):
    return (line.split(" ", 1) for line in lines)


def only_errors(records):
    return (text for level, text in records if level == "error")


def parse(lines):
    lines, again = itertools.tee(lines)
    for line in lines:
        yield line.split(" ", 1)
    for line in again:
        pass


def batches(items, n):
    return map(list, itertools.batched(items, n))

from itertools import batched


def parse(lines):
    return (line.split(" ", 1) for line in lines)


def only_errors(records):
    return (text for level, text in records if level == "error")


def batches(items, n):
    for batch in batched(items, n):
        yield list(batch)

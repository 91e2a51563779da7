# fails: the last batch may be short
# diagnosis: wrong_value
def parse(lines):
    return (line.split(" ", 1) for line in lines)


def only_errors(records):
    return (text for level, text in records if level == "error")


def batches(items, n):
    return (list(batch) for batch in zip(*[iter(items)] * n))

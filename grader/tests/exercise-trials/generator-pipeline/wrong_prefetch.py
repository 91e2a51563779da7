# fails: the first batch of an endless log
def parse(lines):
    return (line.split(" ", 1) for line in lines)


def only_errors(records):
    return (text for level, text in records if level == "error")


def batches(items, n):
    batch = []
    for item in items:
        if len(batch) == n:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch

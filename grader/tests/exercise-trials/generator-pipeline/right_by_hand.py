def parse(lines):
    for line in lines:
        level, _, text = line.partition(" ")
        yield level, text


def only_errors(records):
    for level, text in records:
        if level == "error":
            yield text


def batches(items, n):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == n:
            yield batch
            batch = []
    if batch:
        yield batch

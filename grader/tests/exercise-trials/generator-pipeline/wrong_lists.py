# fails: the first batch of an endless log
# status: killed
def parse(lines):
    return (line.split(" ", 1) for line in lines)


def only_errors(records):
    return (text for level, text in records if level == "error")


def batches(items, n):
    items = list(items)
    return [items[i : i + n] for i in range(0, len(items), n)]

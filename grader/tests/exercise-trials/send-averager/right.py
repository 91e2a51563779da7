from support import Reset


def averager(on_close):
    total, count, average = 0, 0, None
    try:
        while True:
            try:
                x = yield average
            except Reset:
                total, count, average = 0, 0, None
                continue
            if x is None:
                return average
            total, count = total + x, count + 1
            average = total / count
    except GeneratorExit:
        on_close()
        raise

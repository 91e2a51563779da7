from support import Reset


def averager(on_close):
    numbers = []
    try:
        while True:
            try:
                number = yield sum(numbers) / len(numbers) if numbers else None
                if number is None:
                    return sum(numbers) / len(numbers)
                numbers.append(number)
            except Reset:
                numbers.clear()
    finally:
        on_close()

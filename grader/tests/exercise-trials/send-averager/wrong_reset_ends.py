# fails: a reset
# diagnosis: exception
from support import Reset


def averager(on_close):
    numbers = []
    try:
        while True:
            number = yield sum(numbers) / len(numbers) if numbers else None
            if number is None:
                return sum(numbers) / len(numbers)
            numbers.append(number)
    except Reset:
        yield None
    finally:
        on_close()

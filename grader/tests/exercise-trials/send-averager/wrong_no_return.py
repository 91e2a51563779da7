# fails: the end gives the last average
# diagnosis: answer_is_none
from support import Reset


def averager(on_close):
    numbers = []
    try:
        while True:
            try:
                number = yield sum(numbers) / len(numbers) if numbers else None
                if number is None:
                    return
                numbers.append(number)
            except Reset:
                numbers.clear()
    finally:
        on_close()

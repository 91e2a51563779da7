# fails: averages of what is sent
# diagnosis: wrong_value
# fails: the end gives the last average
from support import Reset


def averager(on_close):
    x = None
    try:
        while True:
            try:
                x = yield x
                if x is None:
                    return x
            except Reset:
                x = None
    finally:
        on_close()

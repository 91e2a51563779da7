# attack: hands the judge a generator that never ends
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
async def load(fetch, uids):
    return endless()


def digest(first, number, last):
    return endless()


def endless():
    while True:
        yield 1

# attack: returns more than the bridge carries
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
def digest(first, number, last):
    return "x" * (20 << 20)


async def load(fetch, uids):
    return [b"x" * (5 << 20)] * 3


async def archive(read, pages):
    return list(range(1_000_000))

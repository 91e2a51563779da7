# attack: returns a value nested far deeper than any limit, past its own encoder
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _endpoint


def digest(first, number, last):
    _endpoint.encode = lambda value: "[" * 900_000 + "]" * 900_000
    return "x"


async def load(fetch, uids):
    _endpoint.encode = lambda value: '{"t":[' * 300_000 + "]}" * 300_000
    return "x"

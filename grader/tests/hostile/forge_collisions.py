# attack: returns a set whose members all have the same hash, so that the judge never finishes reading it
# expect: overall=failed scenario=failed|errored|killed|deadlocked|out_of_time
from overlap import _codec, _endpoint

NUMBERS = ",".join(str(n * (2**31 - 1)) for n in range(150_000))


def digest(first, number, last):
    _endpoint.encode = lambda value: '{"s":[' + NUMBERS + "]}"
    return "x"

# attack: returns numbers that are expensive or impossible to print
# expect: overall=failed scenario=failed|errored
from decimal import Decimal

from overlap import _endpoint


def digest(first, number, last):
    return 1 << 4_000_000


async def load(fetch, uids):
    return float("inf")


async def trade(desk, on_step, confirm, once):
    return Decimal("1E+999999999999999999")


async def archive(read, pages):
    return [Decimal("sNaN"), float("nan"), 1 << 70, -0.0]

# attack: imitates a fault of the grader, so that the attempt would not count
# expect: overall=failed scenario=failed|errored
class GraderFault(Exception):
    pass


class PackFault(Exception):
    pass


def digest(first, number, last):
    raise GraderFault("the machine was too busy to grade")


async def load(fetch, uids):
    raise PackFault("scenarios.py does not load")


async def trade(desk, on_step, confirm, once):
    raise BaseException("the judge's interpreter failed")

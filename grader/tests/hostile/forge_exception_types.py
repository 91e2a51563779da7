# attack: raises exceptions that carry the names of the judge's own
# expect: overall=failed scenario=failed|errored
class CheckFailed(AssertionError):
    facts = [{"what": "passed"}]


CheckFailed.__module__ = "overlap._assertions"
CheckFailed.__qualname__ = "CheckFailed"


class ScenarioPassed(BaseException):
    status = "passed"


def digest(first, number, last):
    raise CheckFailed("passed")


async def load(fetch, uids):
    raise ScenarioPassed("passed")


async def trade(desk, on_step, confirm, once):
    raise GeneratorExit("passed")


async def archive(read, pages):
    raise AssertionError("passed")

import datetime
import decimal
import math

from overlap.judge import raises, scenario

PLAIN = [
    None, True, False, 0, -1, 2**53, -(2**53), 2**200, -(2**64), 0.0, -0.0, 1.5, 1e300, 5e-324, math.inf, -math.inf,
    "", "text", "snowman \u2603 \U0001f600", "\ud800", "nul \x00", "line\u2028", b"", b"\x00\xff", [], [1, [2, [3]]],
    (), (1, (2,)), set(), {1, 2}, frozenset({3}), {}, {"a": 1, 2: [3], (4, 5): None, None: True},
    decimal.Decimal("1.10"), decimal.Decimal("NaN").is_nan(), decimal.Decimal("-Infinity"),
    datetime.datetime(2026, 1, 2, 3, 4, 5, 6), datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
    datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=45))),
    datetime.date(2026, 2, 3), datetime.timedelta(days=-1, seconds=2, microseconds=3), datetime.time(1, 2, 3, 4),
]  # fmt: skip


@scenario("every plain value crosses both ways unchanged", zh="例")
async def plain(world, submission):
    for value in PLAIN:
        got = submission.same(value)
        assert (type(got), got, repr(got)) == (type(value), value, repr(value))
        assert submission.describe(value) == repr(value)


@scenario("nan is nan on the other side", zh="例")
async def nan(world, submission):
    assert math.isnan(submission.same(math.nan))
    assert submission.describe([math.nan, math.inf]) == "[nan, inf]"


@scenario("subclasses of plain types cross as what they hold", zh="例")
async def subclasses(world, submission):
    got = submission.kinds()
    assert got["colour"] == 1
    assert got["pair"] == (1, 2)
    assert got["counter"] == {"a": 2, "b": 1}
    assert got["default"] == {"a": [1]}
    assert got["ordered"] == {"a": 1}
    assert got["own"].name == "a"
    assert got["own"].size == 1


@scenario("values of the module cross", zh="例")
async def module(world, submission):
    assert submission.NOW == datetime.datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)
    assert submission.PRICE == decimal.Decimal("1.10")


@scenario("what is too deep, too large or endless is refused with a sentence", zh="例")
async def refused(world, submission):
    for name in ("deep", "huge", "cycle", "many"):
        with raises(TypeError) as caught:
            submission.make(name)
        assert "too" in str(caught.error)
    assert submission.same(1) == 1


@scenario("anything else is a reference", zh="例")
async def reference(world, submission):
    assert submission.lock().locked() is False


@scenario("what the judge cannot send is refused on its own side", zh="例")
async def judge_side(world, submission):
    with raises(TypeError) as caught:
        submission.same(object())
    assert "object" in str(caught.error)


@scenario("a dataclass of the submission goes back to it as itself", zh="例")
async def record(world, submission):
    own = submission.kinds()["own"]
    assert submission.describe(own) == "Own(name='a', size=1)"
    assert own == submission.kinds()["own"]

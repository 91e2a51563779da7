"""Assertions of scenarios report both sides, as pytest's do: `assert a == b` is compiled to a call that keeps a and b.

What was compared also tells why it failed: a failed comparison with `world.elapsed` or `service.peak` is explained from
the trace, without the scenario's author doing anything for it.
"""

import ast
import math
import operator
import reprlib

from . import _telling

_OPERATORS = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}
_FUNCTIONS = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "in": lambda a, b: a in b, "not in": lambda a, b: a not in b, "is": operator.is_, "is not": operator.is_not,
}
#: Comparing each item with each other is for short lists only.
MAX_COMPARED = 500
_repr = reprlib.Repr(maxlist=30, maxdict=30, maxset=30, maxtuple=30, maxstring=300, maxother=300, maxlevel=4)


class CheckFailed(AssertionError):
    """A scenario's assertion did not hold. `facts` say what was observed, for the diagnosis."""

    def __init__(self, message, facts=()):
        super().__init__(message)
        self.facts = list(facts)


_left = None


def left(value):
    """Keeps the left side of an assertion while the right one is made, which may fail."""
    global _left
    _left = value
    return value


def left_not_awaited():
    """The fact that the left side of the assertion that is being made should have been awaited, or none."""
    return _not_awaited(_left)


def compare(symbol, left, right, text, message, is_given):
    """`assert left <symbol> right`. `is_given`: whether the left side is what the submission gave."""
    global _left
    _left = None
    if _FUNCTIONS[symbol](left, right):
        return
    facts = [*_facts(left, right), *_facts(right, left)] or [*_not_awaited(left), *_not_awaited(right)]
    told = {"got": _telling.spoken(left)} if is_given and not hasattr(left, "overlap_home") else {}
    if not facts and symbol == "==" and _is_nothing(left, right):
        facts = [{"what": "none", **told}]
    same = symbol == "==" and _same_items(left, right)
    facts = facts or [{"what": "order"} if same else {"what": "value", **told}]
    sides = [f"  left:  {_repr.repr(left)}", f"  right: {_repr.repr(right)}"]
    raise CheckFailed(*_in_words(message, text, sides, facts))


def _in_words(message, text, values, facts):
    """The message for authors and the facts for students, with the sentence of `tell(…)` where there is one."""
    said = message() if message else f"assert {text}"
    # What is nothing, or not awaited, has a sentence that is truer than one about a wrong value.
    if isinstance(said, _telling.Told) and facts[0]["what"] not in ("none", "not_awaited"):
        facts = [said.fact, *(fact for fact in facts if fact["what"] not in ("value", "order"))]
    return "\n".join(map(str, [said, *values])), facts


def _is_nothing(got, expected):
    """Whether None came, alone or in a list, where each answer should have been something."""
    if isinstance(got, list) and isinstance(expected, list):
        return len(got) == len(expected) > 0 and all(item is None for item in got) and None not in expected
    return got is None


def hold(value, negated, text, message):
    """`assert value` or `assert not value`."""
    if bool(value) is not negated:
        return
    facts = _facts(value, None) or _not_awaited(value)
    raise CheckFailed(*_in_words(message, text, [f"  value: {_repr.repr(value)}"], facts or [{"what": "value"}]))


def _facts(observed, other):
    """What an observation tells for the diagnosis. Plain values, and all that comes from the submission, tell nothing."""
    if not isinstance(observed, (int, float, list, frozenset)):
        return []
    if hasattr(observed, "parts"):
        return [_fact(part, None) for part in observed.parts]
    return [_fact(observed, other)] if hasattr(observed, "observed") else []


def _not_awaited(value):
    """Whether an answer of the submission is something to be awaited, or holds such things, where a result should be."""
    members = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    for one, place in ((value, "itself"), *((member, "inside") for member in members)):
        ask = getattr(type(one), "overlap_awaitable", None)
        label = ask(one) if ask else None
        if label is not None:
            return [{"what": "not_awaited", "name": label[1], "got": label[0], "service": place}]
    return []


def _same_items(left, right):
    """Whether two lists or tuples hold equal items and differ in their order only."""
    if type(left) is not type(right) or not isinstance(left, (list, tuple)):
        return False
    if not 2 <= len(left) == len(right) <= MAX_COMPARED:
        return False
    rest = list(right)
    for item in left:
        if item not in rest:
            return False
        rest.remove(item)
    return True


def _fact(observed, other):
    what, service = observed.observed
    fact = {"what": what, "service": service, **getattr(observed, "details", {})}
    if hasattr(observed, "compared_with"):
        fact |= observed.compared_with(other)
    elif isinstance(observed, frozenset):
        wanted = {item for item in other if isinstance(item, str)} if isinstance(other, (set, frozenset)) else set()
        fact["missing"], fact["extra"] = sorted(wanted - observed), sorted(observed - wanted)
    elif isinstance(observed, (int, float)):
        fact["got"] = float(observed)
        try:
            expected = float(other) if isinstance(other, (int, float)) else math.nan
        except OverflowError:
            expected = math.inf
        if math.isfinite(expected):  # JSON has no other numbers
            fact["expected"] = expected
    return fact


class _Rewriter(ast.NodeTransformer):
    def __init__(self, source):
        self.source = source
        self.given = frozenset()

    def visit_FunctionDef(self, node):
        outer = self.given
        self.given = outer or _telling.given_names(node)
        self.generic_visit(node)
        self.given = outer
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Assert(self, node):
        text = ast.get_source_segment(self.source, node.test) or "…"
        _telling.check_message(node.msg)
        message = ast.Constant(None) if node.msg is None else ast.Lambda(
            args=ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]), body=node.msg)
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            symbol = _OPERATORS[type(test.ops[0])]
            kept = ast.Call(func=ast.Name(id="__overlap_left__", ctx=ast.Load()), args=[test.left], keywords=[])
            arguments = [ast.Constant(symbol), kept, test.comparators[0]]
            more = [ast.Constant(_telling.is_given(symbol, test.left, self.given))]
            name = "__overlap_compare__"
        else:
            negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
            arguments = [test.operand if negated else test, ast.Constant(negated)]
            name, more = "__overlap_hold__", []
        arguments += [ast.Constant(text), message, *more]
        call = ast.Call(func=ast.Name(id=name, ctx=ast.Load()), args=arguments, keywords=[])
        return ast.copy_location(ast.Expr(value=call), node)


def compile_scenarios(source, file):
    """Code object of a scenarios.py with its assertions rewritten. Raises SyntaxError."""
    tree = ast.fix_missing_locations(_Rewriter(source).visit(ast.parse(source, file)))
    return compile(tree, file, "exec", dont_inherit=True)


NAMESPACE = {"__overlap_compare__": compare, "__overlap_hold__": hold, "__overlap_left__": left}

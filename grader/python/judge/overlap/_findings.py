"""What a scenario may know of warnings and of exceptions that reached nobody, and what the submitted text alone tells.

A `SyntaxWarning` is found by compiling the text here, where the submission cannot interfere. All other findings are the
submission's own report: good against mistakes, no evidence against malice.
"""

import ast
import dataclasses
import warnings

from . import _expense


@dataclasses.dataclass(frozen=True)
class Warned:
    """One warning: `category` (the class's name), `text`, `line` of the submission or None."""

    category: str
    text: str
    line: int | None


@dataclasses.dataclass(frozen=True)
class Unhandled:
    """One exception that reached nobody. `what` is where it came out: "task" or "future" (nobody asked for the result),
    "callback", "loop" (anything else an event loop reports), "thread", or "ignored" (`__del__` and other clean-up).
    `type` is the class's name, `text` its message, `line` of the submission or None."""

    what: str
    type: str
    text: str
    line: int | None


class Findings(list):
    """Warnings, or exceptions that reached nobody; usually there should be none."""

    def __init__(self, what, items):
        super().__init__(items)
        self.observed = (what, None)

    @property
    def details(self):
        """The first one, for the diagnosis of a failed assertion."""
        if not self:
            return {}
        first = self[0]
        if isinstance(first, Warned):
            return {"name": first.category, "got": first.text, "line": first.line}
        return {"service": first.what, "name": first.type, "got": first.text, "line": first.line}


def syntax_warnings(source):
    """What the compiler warns of in a submitted text, in order of lines."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source.removeprefix("\ufeff"), "submission.py", "exec", dont_inherit=True)
        except Exception:
            return []  # the submission did not load either
    return [Warned("SyntaxWarning", str(one.message)[:300], one.lineno) for one in caught if one.category is SyntaxWarning]


def warned(source, reported, unawaited):
    """All warnings of a submission. `reported`: [category, text, line]; `unawaited`: [name, line]."""
    return Findings("warnings", [
        *_expense.at_its_expense(lambda: syntax_warnings(source)),
        *(Warned("RuntimeWarning", f"coroutine '{name}' was never awaited", line) for name, line in unawaited),
        *(Warned(*one) for one in reported if one[0] != "SyntaxWarning"),
    ])


_LEAVES = (ast.Break, ast.Return, ast.Raise, ast.Await, ast.Yield, ast.YieldFrom, ast.AsyncFor, ast.AsyncWith)
_CALCULATES = (ast.Name, ast.Load, ast.Constant, ast.Compare, ast.cmpop, ast.BoolOp, ast.boolop, ast.UnaryOp, ast.unaryop,
               ast.BinOp, ast.operator)


def endless_loop(source):
    """The line of a loop that cannot end, judged by the text alone: nothing it asks for changes inside, and nothing
    leaves it. None where there is no such loop, or where more than one could be meant."""
    try:
        tree = ast.parse(source.removeprefix("\ufeff"))
        found = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.While) and _never_ends(node)]
    except Exception:
        return None
    return found[0] if len(found) == 1 else None


def _reads_clock(node):
    """`time.time()` and the like: computing alone does not move the clock."""
    if not isinstance(node, ast.Call) or node.args or node.keywords:
        return False
    name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
    return name in ("time", "monotonic", "perf_counter", "time_ns", "monotonic_ns", "perf_counter_ns")


def _never_ends(loop):
    asked = list(ast.walk(loop.test))
    clocks = [part for node in asked if _reads_clock(node) for part in ast.walk(node)]
    if not all(isinstance(node, _CALCULATES) or node in clocks for node in asked):
        return False
    names = {node.id for node in asked if isinstance(node, ast.Name) and node not in clocks}
    inside = [node for statement in loop.body for node in ast.walk(statement)]
    if any(isinstance(node, _LEAVES) for node in inside):
        return False
    if isinstance(loop.test, ast.Constant):
        return bool(loop.test.value)
    # A name that appears inside other than to be looked at may have been changed there, also by a call.
    return not any(isinstance(node, ast.Call) for node in inside) and not any(
        isinstance(node, ast.Name) and node.id in names and not isinstance(node.ctx, ast.Load) for node in inside)

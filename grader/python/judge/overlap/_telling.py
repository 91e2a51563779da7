"""What students are told of a failed assertion beside the facts: what their code gave, and the author's own sentence.

What a submission gives it may see again; what a scenario expects is told in visible scenarios only. The sides of an
assertion cannot be told apart by their values, so the text decides: the left side is told where it comes from `submission`.
"""

import ast
import reprlib

#: How much of a value a sentence repeats.
MAX_SPOKEN = 100
_IN_PLACE_OF_A_VALUE = frozenset({"==", "is", "in", "<", "<=", ">", ">="})
#: What services tell of the calls that the submission has made.
_RECORDS = frozenset({"order", "finished"})


class Told:
    """Made by `tell(…)`: a sentence in both languages."""

    def __init__(self, en, zh):
        self.en, self.zh = str(en), str(zh)

    def __str__(self):
        return self.en

    @property
    def fact(self):
        """The fact that a failed assertion with this message gives."""
        return {"what": "told", "name": self.en[:500], "got": self.zh[:500]}


def tell(sentence, *, zh):
    """The message of an assertion, for students, also in hidden scenarios: say what is wrong where a value alone does not
    tell, and never what would be right. Both languages are needed.

        assert loop.is_closed(), tell("A loop was left open.", zh="有一个循环没有关闭。")
    """
    return Told(sentence, zh)


def check_message(node):
    """Raise SyntaxError when `tell(…)` in an assertion lacks a language; it would be noticed only when it fails."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tell":
        if len(node.args) != 1 or [keyword.arg for keyword in node.keywords] != ["zh"]:
            raise SyntaxError('write tell("what is wrong", zh="…")', ("scenarios.py", node.lineno, node.col_offset + 1, ""))


def is_given(symbol, left, given):
    """Whether the left side of a comparison is what the submission gave, as far as the text tells. `given`: given_names()."""
    names = _names(left)
    is_record = isinstance(left, ast.Attribute) and left.attr in _RECORDS
    return symbol in _IN_PLACE_OF_A_VALUE and (is_record or not names.isdisjoint(given)) and "world" not in names


def given_names(function):
    """The names in a function that stand for something of the submission: `submission`, and what is made of it."""
    given, before = {"submission"}, 0
    bound = [pair for node in ast.walk(function) for pair in _bindings(node)]
    while before < len(given):
        before = len(given)
        for target, value in bound:
            if not _names(value).isdisjoint(given):
                given |= _names(target)
    return given


def _names(node):
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _bindings(node):
    """(target, value) of everything that gives names to values."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            yield from zip(target.elts, node.value.elts) if both else [(target, node.value)]
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
        yield node.target, node.value
    elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
        yield node.target, node.iter
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield node.optional_vars, node.context_expr


class _Spoken(reprlib.Repr):
    """Names instead of addresses and of what only authors of scenarios know."""

    def repr_instance(self, value, level):
        label = getattr(type(value), "overlap_label", None)
        if label is not None:
            return f"<{label(value)}>"
        try:
            text = repr(value)
        except Exception:
            text = " at 0x"
        return f"<{type(value).__name__}>" if " at 0x" in text else text


_spoken = _Spoken(maxlevel=4, maxlist=8, maxtuple=8, maxset=8, maxfrozenset=8, maxdict=6, maxstring=60, maxlong=40)


def spoken(value):
    """A value as a sentence repeats it, at most MAX_SPOKEN characters."""
    text = _spoken.repr(value)
    return text if len(text) <= MAX_SPOKEN else f"{text[:MAX_SPOKEN - 1]}…"

"""What students are told of a failed assertion beside the facts: what their code gave, and the author's own sentence.

What a submission gives it may see again; what a scenario expects is told in visible scenarios only. The sides of an
assertion cannot be told apart by their values, so the text decides: what was given stands on the left.
"""

import ast
import reprlib

#: How much of a value a sentence repeats.
MAX_SPOKEN = 100
_IN_PLACE_OF_A_VALUE = frozenset({"==", "is", "in", "<", "<=", ">", ">="})


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


def is_given(symbol, left):
    """Whether the left side of a comparison is what the submission gave, as far as the text tells."""
    names = {node.id for node in ast.walk(left) if isinstance(node, ast.Name)}
    return symbol in _IN_PLACE_OF_A_VALUE and bool(names) and "world" not in names


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

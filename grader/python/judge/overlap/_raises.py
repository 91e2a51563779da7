"""Expecting exceptions."""

from . import _assertions, _exceptions


class Raises:
    """Made by `raises(…)` and `raises_group(…)`: after the block, `value` is the exception that was caught.

    It has the type, arguments, fields and `__cause__` that it had in the submission. An exception of the scenario that
    went through the submission is the very same object.
    """

    def __init__(self, expected, matches, words, cause=None):
        self._expected, self._matches, self._words, self._cause = expected, matches, words, cause
        self.value = None

    @property
    def error(self):
        """The same as `value`."""
        return self.value

    @property
    def leaves(self):
        """The exceptions of a group that are no groups themselves, in order; of any other exception, itself.

            assert [str(error) for error in caught.leaves] == ["a", "b"]
        """
        return list(_leaves(self.value))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is not None and self._matches(error, self._expected):
            self.value = error
            self._check_cause(error)
            return True
        if isinstance(error, _assertions.CheckFailed) or (error is not None and not isinstance(error, Exception)
                                                          and not hasattr(error, "overlap_origin")):
            return False
        names = self._words([_name_of(kind) for kind in self._expected])
        got = None if error is None else getattr(error, "type_name", type(error).__name__)
        if self._matches is _matches_group and isinstance(error, BaseExceptionGroup):
            got = f"{got}({', '.join(_name_of(type(leaf)) for leaf in _leaves(error))})"[:200]
        failure = _assertions.CheckFailed(f"expected {names}, got {got or 'no exception'}",
                                          [{"what": "raises", "expected": names[:200], "got": got}])
        failure.overlap_origin = getattr(error, "overlap_origin", None)
        raise failure from error


    def _check_cause(self, error):
        cause = error.__cause__
        if self._cause is None or (cause is not None and _matches_one(cause, self._cause)):
            return
        expected, got = _name_of(self._cause), None if cause is None else _name_of(type(cause))
        fact = {"what": "cause", "name": _name_of(type(error))[:200], "expected": expected[:200], "got": got}
        raise _assertions.CheckFailed(f"expected {expected} as __cause__, got {got}", [fact]) from None


def _name_of(expected):
    return expected if isinstance(expected, str) else getattr(expected, "type_name", expected.__name__)


def _leaves(error):
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _leaves(inner)
    elif error is not None:
        yield error


def _matches_one(error, expected):
    if isinstance(expected, str):
        return any(kind.__dict__.get("type_name", kind.__name__) == expected for kind in type(error).__mro__)
    if issubclass(expected, _exceptions.LOOP_ENDING):
        return isinstance(error, expected) or getattr(error, "type_name", None) == expected.__name__
    return isinstance(error, expected)


def _matches_any(error, expected):
    return any(_matches_one(error, each) for each in expected)


def _matches_group(error, expected):
    if not isinstance(error, BaseExceptionGroup):
        return False
    leaves = list(_leaves(error))
    return all(_matches_any(leaf, expected) for leaf in leaves) and all(
        any(_matches_one(leaf, each) for leaf in leaves) for each in expected)


def raises(*expected, cause=None):
    """Expect an exception of one of these types: built-in ones, types of support.py, types that the submission defines
    (or their names). Fails the scenario when none comes, or another one, or one whose `__cause__` is not of type `cause`.

        with raises(submission.ProfileError, cause=ExceptionGroup) as caught:
            await submission.load_profile(api)
        assert caught.value.code == 3
        assert len(caught.value.__cause__.exceptions) == 2
    """
    return Raises(expected, _matches_any, " / ".join, cause)


def raises_group(*expected):
    """Expect an exception group that holds each of these types, at any depth, and nothing else. `except*` works, too.

        with raises_group(ValueError, KeyError) as caught:
            await submission.load_all(jobs)
        assert len(caught.leaves) == 2
    """
    return Raises(expected, _matches_group, lambda names: f"ExceptionGroup({', '.join(names)})")

"""Questions about the form of what the submission defines. The submission answers them: good against mistakes."""

from . import _about, _observed, _remote


class About:
    """What `inspect` says of something of the submission; made by `about(…)`. Texts are cut at 500 characters.

    `name`, `qualname`, `module`, `doc` (without indentation) and `type` (the name of its type) are texts, empty where
    there is none; `signature` is a text such as "(start, stop, delay=0.1)", or None; `parameters` is a list of names;
    `annotations` a dict of texts, the return annotation under "return".
    """

    def __init__(self, facts):
        self._facts = facts
        for name in ("name", "qualname", "module", "doc", "type"):
            setattr(self, name, str(facts[name]))
        self.signature = None if facts["signature"] is None else str(facts["signature"])
        self.parameters = [str(name) for name in facts["parameters"]]
        self.annotations = {str(key): str(value) for key, value in facts["annotations"].items()}

    def _answer(self, question, what="value"):
        return _observed.Answer(self._facts[question] is True, what, self.name)

    @property
    def is_coroutine_function(self):
        """Whether calling it gives a coroutine: an `async def` function, or an object with an `async def __call__`."""
        return self._answer("is_coroutine_function", "not_async")

    @property
    def is_async_generator_function(self):
        """Whether it is an `async def` function with `yield`."""
        return self._answer("is_async_generator_function")

    @property
    def is_generator_function(self):
        """Whether it is a `def` function with `yield`."""
        return self._answer("is_generator_function")

    @property
    def is_coroutine(self):
        """Whether it is what calling an `async def` function gives."""
        return self._answer("is_coroutine")

    @property
    def is_awaitable(self):
        """Whether `await` takes it: a coroutine, a future, a task."""
        return self._answer("is_awaitable")

    @property
    def is_async_generator(self):
        """Whether it is what calling an async generator function gives."""
        return self._answer("is_async_generator")

    @property
    def is_generator(self):
        """Whether it is what calling a generator function gives."""
        return self._answer("is_generator")

    @property
    def is_class(self):
        """Whether it is a class."""
        return self._answer("is_class")

    @property
    def is_wrapper(self):
        """Whether it keeps what it wraps in `__wrapped__`, as `functools.wraps` does."""
        return self._answer("is_wrapper")


def about(thing):
    """What `inspect` knows about a function, class or object of the submission.

        decorated = about(submission.async_timed(report)(submission.job))
        assert decorated.is_coroutine_function
        assert decorated.name == "job"
    """
    number = _remote.number_of(thing)
    return About(_about.describe(thing) if number is None else _remote.ask(number, "about", None, None))

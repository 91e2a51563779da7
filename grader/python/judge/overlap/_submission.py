"""The student's module as a scenario sees it."""

import ast

from . import _assertions, _bridge, _client, _expense, _questions, _remote, _tables


class MissingName(_assertions.CheckFailed):
    """The submission does not define a name that the scenario needs."""


class Submission:
    """The student's module: every top-level name is an attribute. A name that is missing fails the scenario and says so.

    Calling an `async def` gives a coroutine: `await` it, or run several with `asyncio.gather`, `asyncio.create_task` or a
    TaskGroup of the scenario; cancelling the task cancels the work in the submission. A plain `def` runs at once, without
    a running loop; see `inside_loop` and `outside_loop` for other ways.

        both = asyncio.gather(submission.load(1), submission.load(2))
    """

    def __init__(self, source, world):
        self._source = source
        self._world = world
        self._client = None
        self._clients = 0
        #: The top-level name that the scenario asked for last.
        self.overlap_last_name = None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.overlap_last_name = name
        try:
            return _remote.ask(0, "get", name, None)
        except AttributeError:
            raise MissingName(f"the submission does not define {name!r}", [{"what": "missing", "name": name}]) from None

    @property
    def source(self):
        """The submitted text."""
        return self._source

    @property
    def tree(self):
        """The submitted text as an `ast.Module`."""
        return _expense.at_its_expense(lambda: ast.parse(self._source))

    @property
    def stdout(self):
        """What the submission has printed so far."""
        return _bridge.request("stdout")

    @property
    def support(self):
        """The exercise's support.py, in the submission's interpreter."""
        return _remote.ask(0, "module", "support", None)

    @property
    def client(self):
        """A client of the submission's Django project. Always the same one, which keeps its cookies.

            response = await submission.client.get("/books/")
        """
        if self._client is None:
            self._client = self.new_client()
        return self._client

    def new_client(self, *, middleware=None, wsgi=False):
        """Another client of the Django project, with cookies of its own. `middleware`: the dotted names that
        settings.MIDDLEWARE has for it; `wsgi`: it comes through Django's WSGIHandler, so that everything is sync.

            admin = submission.new_client(middleware=["submission.audit"])
        """
        return self._new_client(["django", "wsgi" if wsgi else "asgi", middleware])

    def asgi(self, name):
        """A client of an ASGI application of the submission, by its top-level name; needs no Django.

            response = await submission.asgi("application").get("/")
        """
        return self._new_client(getattr(self, name))

    def _new_client(self, application):
        server = _remote.ask(0, "extra", "server", None)
        self._clients += 1
        return _client.Client(server, application, lambda: self._world.now, f"127.0.0.{self._clients}")

    @property
    def database(self):
        """The tables of the Django project's in-memory database, to be filled and read without taking time.

            await submission.database.load("Book", [{"id": 1, "name": "Ubik"}])
        """
        return _tables.Tables(self._world.secret("rows"))

    def require_async(self, *names):
        """Fail unless each of these names is an `async def` function; students are told which one is not.

            submission.require_async("load", "save")
        """
        for name in names:
            if not _questions.about(getattr(self, name)).is_coroutine_function:
                raise _assertions.CheckFailed(f"{name} must be an async def function", [{"what": "not_async", "name": name}])

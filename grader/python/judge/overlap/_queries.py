"""What `world.database()` gives: the queries that went to the database behind Django."""

from . import _observed, _sql


class Database:
    """The queries that went to the database, without BEGIN, COMMIT and SAVEPOINT."""

    def __init__(self, service):
        self._service = service

    @property
    def queries(self):
        """The SQL of every query, in order."""
        return [call.args[0] for call in self._service.calls]

    @property
    def query_count(self):
        """How many queries there have been; a wrong number is told to students, too.

            assert database.query_count == 1
        """
        return _observed.Count(len(self._service.calls), "queries")

    @property
    def calls(self):
        """The recorded calls, one per query: `args[0]` is the SQL, `in_thread` whether it ran off the event loop."""
        return self._service.calls

    @property
    def peak(self):
        """The highest number of queries in flight at once."""
        return self._service.peak

    @property
    def statements(self):
        """All SQL from the beginning of the scenario on, with BEGIN, SAVEPOINT, COMMIT and ROLLBACK, in order."""
        return [sql for sql in _sql.statements if not sql.upper().startswith("PRAGMA")]

"""Simulated database servers, used over connections as real ones are; the tables are an in-memory SQLite of their own.

What a connection has written and not committed is kept as a list of statements. Whoever reads in a transaction gets them
run first and taken back afterwards, so that nobody else sees them: every connection reads what is committed, and its own.
"""

import re
import sqlite3

from . import _sql
from ._connections import Server, Span, highest_overlap

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_MARKS = {"BEGIN": "begin", "START": "begin", "COMMIT": "commit", "END": "commit", "ROLLBACK": "rollback"}
_NUMBERED = re.compile(r"\$(\d{1,4})")
_MAX_PENDING = 500


class Statement:
    """One recorded statement: `sql` and `params` as they were sent, `begin` and `end` in virtual seconds since the
    scenario began, `outcome` ("ok", "error", "cancelled" or "unfinished"), `connection` (its number)."""

    def __init__(self, server, connection, sql, params, at_ns):
        self.sql, self.params, self.connection, self.outcome = sql, params, connection, "unfinished"
        self._server, self._span = server, Span(at_ns)

    @property
    def begin(self):
        """When it was sent."""
        return self._server._seconds(self._span.begin_ns)

    @property
    def end(self):
        """When it was answered or given up; None before."""
        return None if self._span.end_ns is None else self._server._seconds(self._span.end_ns)

    def _finish(self, at_ns, outcome):
        if self._span.end_ns is None:
            self._span.finish(at_ns)
            self.outcome = outcome

    def __repr__(self):
        return f"Statement({self.sql!r}, {self.params!r}, begin={self.begin}, outcome={self.outcome!r})"


class SqlServer(Server):
    """A simulated database server: `db = world.sql("shop", "CREATE TABLE …", connect=0.1, query=0.2)`.

    The SQL that it knows is SQLite's. `connect`: seconds to open a connection, None for never. `query`: seconds a
    statement takes: a number, (low, high) drawn from the seed, or a function of (sql, params). `fail`: a function of
    (sql, params) that returns the text of an error, or None. `max_connections`: further ones are refused; `refuses`: all
    are. Marks of transactions (BEGIN, COMMIT, ROLLBACK) take no time and are not among the statements."""

    def __init__(self, world, name, schema="", *, connect=0.0, query=0.0, fail=None, max_connections=None, refuses=False):
        super().__init__(world, name, connect, refuses, [], True)
        self._query, self._fail, self._max_connections = query, fail, max_connections
        self._tables = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._tables.execute("PRAGMA foreign_keys = ON")
        self._tables.executescript(schema)
        _sql.harden(self._tables)
        #: Every statement so far, in order of arrival.
        self.statements = []
        #: How many transactions that had changed something were committed, and how many were rolled back or lost.
        self.commits = self.rollbacks = 0
        #: How many cursors were opened, and how many are open now.
        self.cursors_opened = self.cursors_open = 0

    def _seconds(self, at_ns):
        return (at_ns - self._world._begin) / 1e9

    @property
    def queries(self):
        """The SQL of every statement, in order of arrival."""
        return [statement.sql for statement in self.statements]

    @property
    def peak(self):
        """The most statements at work at once."""
        from ._observed import Peak

        return Peak(highest_overlap([statement._span for statement in self.statements]), self._name)

    def rows(self, sql, params=()):
        """What the committed tables hold now; takes no time and is not recorded."""
        return self._tables.execute(sql, params).fetchall()

    def make_connection(self, number):
        return _Session(self, number)

    def _admit(self, number, now_ns):
        if self._max_connections is not None and len(self._open) >= self._max_connections:
            del self._connecting[number]
            self.connections.failed += 1
            return ("full", None)
        return super()._admit(number, now_ns)

    def run(self, pending, sql, params):
        """Run a statement after those that its connection has not committed. Returns [names, rows, rowcount, lastrowid].
        Raises `sqlite3.Error`."""
        if pending is None:
            return self._run_one(sql, params)
        with self._undone():
            for one in pending:
                self._run_one(*one)
            return self._run_one(sql, params)

    def commit(self, pending):
        """Run them for good."""
        self._tables.execute("BEGIN")
        try:
            for one in pending:
                self._run_one(*one)
            self._tables.execute("COMMIT")
        except BaseException:
            self._tables.execute("ROLLBACK")
            raise

    def _undone(self):
        return _Undone(self._tables)

    def _run_one(self, sql, params):
        self._tables.set_authorizer(_sql._authorize)  # which also knows that marks of transactions are not for this way
        try:
            cursor = self._tables.cursor()
            cursor.execute(sql, params)
            names = None if cursor.description is None else [column[0] for column in cursor.description]
            return [names, _sql.rows_of(cursor), cursor.rowcount, cursor.lastrowid]
        finally:
            self._tables.set_authorizer(None)


class _Undone:
    def __init__(self, tables):
        self._tables = tables

    def __enter__(self):
        self._tables.execute("BEGIN")

    def __exit__(self, *exc):
        if self._tables.in_transaction:
            self._tables.execute("ROLLBACK")


def _find_mark(sql):
    """What a statement that marks a transaction does to it, or None."""
    words = sql.strip().rstrip(";").split() if len(sql) < 60 else []
    if not 0 < len(words) <= 2 or words[1:] and words[1].upper() not in ("TRANSACTION", "WORK"):
        return None
    return _MARKS.get(words[0].upper())


def _prepared(sql, params):
    """(SQL for SQLite, parameters) of a statement with %s, $1 or :name, told apart by what comes with it. Raises
    `sqlite3.ProgrammingError`."""
    style, values = params if type(params) is list and len(params) == 2 else (None, None)
    if type(sql) is not str or (values is not None and type(values) not in (list, dict)):
        raise sqlite3.ProgrammingError("not a statement")
    if values is None:
        return sql, []
    _sql.check_parameters(values)
    if style == "format":
        return _sql._convert(sql, values), values
    if style == "numeric":
        return _NUMBERED.sub(r"?\1", sql), values
    return sql, values


class _Session:
    """One connection: its transaction and the statement that is at work."""

    def __init__(self, server, number):
        self._server, self._number = server, number
        self._pending = None  # statements that were not committed; None outside of a transaction
        self._marks = []
        self._always_begins = False
        self._at_work = None
        self._cursors = 0

    def _at_once(self, act, rest, now_ns):
        if act == "query":
            return None
        if act == "cancelled":
            self._give_up(now_ns)
        elif act == "begin":
            self._pending = [] if self._pending is None else self._pending
        elif act == "manual":
            self._always_begins = True
        elif act in ("commit", "rollback"):
            return self._end(act)
        elif act == "mark" and self._pending is not None and len(self._marks) < 100:
            self._marks.append(len(self._pending))
        elif act == "forget mark" and self._marks:
            self._marks.pop()
        elif act == "back to mark" and self._marks and self._pending is not None:
            del self._pending[self._marks.pop():]
        elif act in ("cursor", "cursor closed"):
            self._count_cursors(1 if act == "cursor" else -1)
        return ("ok", None)

    def _latency_of(self, act, rest, begin_ns):
        if act != "query" or len(rest) < 2 or type(rest[0]) is not str:
            return 0
        self._give_up(begin_ns)
        values = rest[1][1] if type(rest[1]) is list and len(rest[1]) == 2 else None
        shown = tuple(values) if type(values) is list else values
        self._at_work = Statement(self._server, self._number, rest[0], shown, begin_ns)
        if _find_mark(rest[0]):
            return 0
        self._server.statements.append(self._at_work)
        return self._server.duration_ns(self._server._query, *([rest[0], shown] if callable(self._server._query) else []))

    def _answer(self, act, rest, at_ns):
        if act != "query" or len(rest) < 2 or self._at_work is None or self._at_work.sql != rest[0]:
            return ("broken", None)
        statement, self._at_work = self._at_work, None
        try:
            said = ("rows", self._run(*rest[:2], statement))
            statement._finish(at_ns, "ok")
        except (sqlite3.Error, sqlite3.Warning, ValueError, TypeError, OverflowError, KeyError) as error:
            said = ("error", [type(error).__name__, str(error)[:300]])
            statement._finish(at_ns, "error")
        return said

    def _run(self, sql, params, statement):
        mark = _find_mark(sql)
        if mark:
            kind, body = self._at_once(mark, [], 0)
            if kind == "error":
                raise sqlite3.OperationalError(body[1])
            return [None, [], -1, None]
        failure = self._server._fail(statement.sql, statement.params) if self._server._fail else None
        if failure is not None:
            raise sqlite3.OperationalError(str(failure))
        prepared = _prepared(sql, params)
        is_write = _WRITES.match(sql) is not None
        if is_write and self._always_begins and self._pending is None:
            self._pending = []
        if self._pending is not None and len(self._pending) >= _MAX_PENDING:
            raise sqlite3.OperationalError("too many statements in one transaction")
        result = self._server.run(self._pending, *prepared)
        if self._pending is not None and (is_write or result[0] is None):
            self._pending.append(prepared)
        return result

    def _end(self, act):
        pending, self._pending, self._marks = self._pending, None, []
        if not pending:
            return ("ok", None)
        if act == "commit":
            try:
                self._server.commit(pending)
            except sqlite3.Error as error:
                self._server.rollbacks += 1
                return ("error", [type(error).__name__, str(error)[:300]])
            self._server.commits += 1
        else:
            self._server.rollbacks += 1
        return ("ok", None)

    def _give_up(self, at_ns):
        if self._at_work is not None:
            self._at_work._finish(at_ns, "cancelled")
            self._at_work = None

    def _count_cursors(self, change):
        if change < 0 and self._cursors == 0:
            return
        self._cursors += change
        self._server.cursors_open += change
        self._server.cursors_opened += max(0, change)

    def closed(self, now_ns):
        """The connection is gone: what was not committed is lost."""
        self._give_up(now_ns)
        self._server.cursors_open -= self._cursors
        self._end("rollback")

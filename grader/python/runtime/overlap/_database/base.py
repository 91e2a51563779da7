"""Django's SQLite backend with the database itself behind the bridge: rows are here only once they were paid for.

The judge's interpreter runs the statements (`judge/overlap/_sql.py`) and decides which of them are free. There is one
connection to it and one transaction state, as there is one real thread.
"""

import sqlite3
from collections.abc import Mapping
from itertools import islice

from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.sqlite3 import base, operations
from django.utils.asyncio import async_unsafe

from .. import _bridge, _clock, _endpoint, _references, _where

_DATA_CHANGES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def send(sql, params=None, many=False):
    """Run a statement on the judge's side; blocks for as long as it takes there."""
    text = _endpoint.encode_arguments((sql, params, many), {})
    _clock.before_waiting()
    answer = _bridge.request("call_blocking", "database", text, *_where.origin())
    return _references.unwrap(answer, _endpoint.resolve)


def plain(value):
    """A parameter as one of the types that SQLite itself knows; adapters apply as they do in `sqlite3`."""
    if not (value is None or isinstance(value, (int, float, str, bytes))):
        value = sqlite3.adapt(value, sqlite3.PrepareProtocol, value)
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    if value is None or isinstance(value, (int, float, str, bytes)):
        return value
    raise sqlite3.ProgrammingError(f"Error binding parameter: type '{type(value).__name__}' is not supported")


def _plain_all(params):
    if isinstance(params, Mapping):
        return {name: plain(value) for name, value in params.items()}
    return None if params is None else [plain(value) for value in params]


class Connection:
    """What Django uses of a connection of `sqlite3`."""

    def __init__(self):
        self.in_transaction = False
        self._isolation_level = None

    @property
    def isolation_level(self):
        return self._isolation_level

    @isolation_level.setter
    def isolation_level(self, level):
        self._isolation_level = level
        if level is None:
            self.commit()

    def cursor(self):
        return Cursor(self)

    def execute(self, sql, params=None):
        return self.cursor().execute(sql, params)

    def commit(self):
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self):
        if self.in_transaction:
            self.execute("ROLLBACK")

    def close(self):
        """The database lives as long as the scenario."""


class Cursor:
    """A cursor whose rows are all there when its statement is done."""

    arraysize = 1

    def __init__(self, connection):
        self.connection = connection
        self.description = self.lastrowid = None
        self.rowcount = -1
        self._rows = iter(())

    def execute(self, sql, params=None):
        return self._run(sql, _plain_all(params), False)

    def executemany(self, sql, params):
        return self._run(sql, [_plain_all(one) for one in params], True)

    def _run(self, sql, params, many):
        connection = self.connection
        if connection.isolation_level is not None and not connection.in_transaction:
            if sql.lstrip().upper().startswith(_DATA_CHANGES):
                send("BEGIN")
        connection.in_transaction = True  # after an error it may be; to end one that is none does no harm
        names, rows, self.rowcount, self.lastrowid, connection.in_transaction = send(sql, params, many)
        self.description = None if names is None else tuple((name, *[None] * 6) for name in names)
        self._rows = iter(rows)
        return self

    def fetchone(self):
        return next(self._rows, None)

    def fetchmany(self, size=None):
        return list(islice(self._rows, self.arraysize if size is None else size))

    def fetchall(self):
        return list(self._rows)

    def __iter__(self):
        return self._rows

    def close(self):
        self._rows = iter(())


_only_connection = Connection()


class DatabaseOperations(operations.DatabaseOperations):
    """SQLite's, except that showing a statement does not ask the database."""

    last_executed_query = BaseDatabaseOperations.last_executed_query


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite's, with another way to the database."""

    ops_class = DatabaseOperations

    @async_unsafe
    def get_new_connection(self, conn_params):
        return _only_connection

    def create_cursor(self, name=None):
        return self.connection.cursor()

"""Django's SQLite backend with the database itself behind the bridge: rows are here only once they were paid for.

The judge's interpreter runs the statements (`judge/overlap/_sql.py`), decides which of them are free, and keeps the
transactions of connections apart. All that is done here is to wait while another connection's transaction goes first.
"""

import itertools
import sqlite3
import threading
import time
from collections.abc import Mapping
from itertools import islice

from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.sqlite3 import base, features, operations
from django.utils.asyncio import async_unsafe

from .. import _bridge, _endpoint, _references, _where

_DATA_CHANGES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


#: How long a connection waits for another one's transaction: the default of `sqlite3.connect`.
_TIMEOUT_SECONDS = 5.0
_LOCKED = "locked"
_numbers = itertools.count(1)
_waiting = None


def send(sql, params=None, many=False, number=0):
    """Run a statement on the judge's side; blocks for as long as it takes there."""
    global _waiting
    text = _endpoint.encode_arguments((sql, params, many, number), {})
    until = None
    while True:
        answer = _bridge.request("call_blocking", "database", text, *_where.origin())
        answer = _references.unwrap(answer, _endpoint.resolve)
        if answer != _LOCKED:
            return answer
        until = until or time.monotonic() + _TIMEOUT_SECONDS
        _waiting = _waiting or threading.Condition()
        with _waiting:
            if not _waiting.wait(until - time.monotonic()):
                raise sqlite3.OperationalError("database is locked")


def _wake_others():
    if _waiting is not None:
        with _waiting:
            _waiting.notify_all()


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
        self._number = next(_numbers)

    def send(self, sql, params=None, many=False):
        """Runs a statement; when it is over, others that waited for this connection may go on."""
        was_open = self.in_transaction
        try:
            *_, self.in_transaction = answer = send(sql, params, many, self._number)
            return answer
        finally:
            # An INSERT … RETURNING has rows as a query has, but held the lock.
            if not self.in_transaction and (was_open or sql.lstrip()[:6].upper() != "SELECT"):
                _wake_others()

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
        """What was not committed is lost."""
        self.rollback()


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
                connection.send("BEGIN")
        names, rows, self.rowcount, self.lastrowid, _ = connection.send(sql, params, many)
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


class DatabaseOperations(operations.DatabaseOperations):
    """SQLite's, except that showing a statement does not ask the database."""

    last_executed_query = BaseDatabaseOperations.last_executed_query


class DatabaseFeatures(features.DatabaseFeatures):
    """SQLite's, and `select_for_update`, which takes the one lock that there is for changes."""

    has_select_for_update = True


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite's, with another way to the database."""

    ops_class = DatabaseOperations
    features_class = DatabaseFeatures

    @async_unsafe
    def get_new_connection(self, conn_params):
        return Connection()

    def create_cursor(self, name=None):
        return self.connection.cursor()

    def is_in_memory_db(self):
        return False

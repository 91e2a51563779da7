"""A simulation of aiomysql for exercises: the same names for what most programs use, on a simulated server. It is not
aiomysql and shares no code with it; the SQL is SQLite's. Parameters are written %s and travel apart from the SQL.

There: connect, create_pool, Connection (cursor, begin, commit, rollback, autocommit, close, ensure_closed, ping), Pool
(acquire, release, close, wait_closed, clear), Cursor and DictCursor, and the exceptions of PEP 249.
"""

import asyncio

import overlap_sql

__all__ = ["Connection", "Cursor", "DictCursor", "Pool", "connect", "create_pool"]


class Warning(Warning):
    """Something worth knowing."""


class Error(Exception):
    """Base of all errors here. `args` are a number and a text, as with MySQL."""


class InterfaceError(Error):
    """The client was used wrongly."""


class DatabaseError(Error):
    """The server found something wrong."""


class DataError(DatabaseError):
    """A value does not fit."""


class OperationalError(DatabaseError):
    """The server could not do it: connection, limits, locks."""


class IntegrityError(DatabaseError):
    """A constraint would be violated."""


class InternalError(DatabaseError):
    """The server is in disorder."""


class ProgrammingError(DatabaseError):
    """The statement is wrong."""


class NotSupportedError(DatabaseError):
    """MySQL cannot do this."""


def _translated(error):
    text = str(error)
    if error.kind == "IntegrityError":
        return IntegrityError(1062 if "UNIQUE" in text else 1452, text)
    if "no such table" in text:
        return ProgrammingError(1146, text)
    if "syntax error" in text or error.kind in ("ProgrammingError", "Warning", "ValueError", "TypeError", "KeyError"):
        return ProgrammingError(1064, text)
    return OperationalError(1105, text)


_REASONS = {
    "unknown": (1049, "Unknown database"),
    "full": (1040, "Too many connections"),
    "timeout": (2003, "Can't connect to MySQL server: timed out"),
    "refused": (2003, "Can't connect to MySQL server: connection refused"),
}


async def _connect(db, autocommit, cursorclass, connect_timeout):
    limit = None if connect_timeout is None else round(connect_timeout * 1e9)
    try:
        wire = await overlap_sql.Wire(db).connect(limit)
    except overlap_sql.Unreachable as error:
        raise OperationalError(*_REASONS.get(error.reason, _REASONS["refused"])) from None
    if not autocommit:
        wire.tell("manual")
    return Connection(wire, cursorclass)


def connect(host="localhost", user=None, password="", db=None, port=3306, *, database=None, autocommit=False,
            cursorclass=None, connect_timeout=None, **options):
    """Open a connection to the database `db`. To be awaited, or entered with `async with`, which closes it."""
    name = db if db is not None else database

    async def leave(connection, error):
        connection.close() if error is not None else await connection.ensure_closed()

    return overlap_sql.Opening(lambda: _connect(name, autocommit, cursorclass or Cursor, connect_timeout), leave)


class Connection:
    """A connection. Changes are lost unless they are committed, or `autocommit` is on."""

    def __init__(self, wire, cursorclass):
        self._wire, self._cursorclass = wire, cursorclass

    @property
    def closed(self):
        """Whether it was closed."""
        return not self._wire.is_open

    def is_usable(self):
        return self._wire.is_open

    def cursor(self, *cursors):
        """A cursor; to be awaited, or entered with `async with`, which closes it."""

        async def make():
            self._check()
            return (cursors[0] if cursors else self._cursorclass)(self)

        async def leave(cursor, error):
            await cursor.close()

        return overlap_sql.Opening(make, leave)

    async def begin(self):
        """Begin a transaction."""
        self._tell("begin")

    async def commit(self):
        """Keep what was changed."""
        self._tell("commit")

    async def rollback(self):
        """Take back what was changed."""
        self._tell("rollback")

    async def ping(self, reconnect=True):
        """Whether the server is still there: raises if not."""
        self._check()

    def close(self):
        """Close it at once."""
        self._wire.close()

    async def ensure_closed(self):
        """Close it with a word of farewell."""
        self._wire.close()

    async def query(self, sql, values):
        self._check()
        if self._wire.is_busy:
            raise RuntimeError("readexactly() called while another coroutine is already waiting for incoming data")
        try:
            return await self._wire.query(sql, "format", values)
        except overlap_sql.ServerError as error:
            raise _translated(error) from None
        except BaseException:
            self._wire.close()  # nobody knows what would come next on it
            raise

    def _tell(self, act):
        self._check()
        try:
            self._wire.tell(act)
        except overlap_sql.ServerError as error:
            raise _translated(error) from None

    def _check(self):
        if self.closed:
            raise InterfaceError(0, "Not connected")

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        self.close()


class Cursor:
    """Runs statements and hands out their rows, as tuples."""

    def __init__(self, connection):
        self.connection = connection
        self.description, self.rowcount, self.lastrowid, self.arraysize = None, -1, None, 1
        self._rows, self._at, self._names = [], 0, []
        self._is_open = True
        connection._wire.tell("cursor")

    @property
    def closed(self):
        """Whether it was closed."""
        return not self._is_open

    async def execute(self, query, args=None):
        """Run a statement; `args` stand for its %s. Returns the number of rows."""
        self._check()
        values = None if args is None else dict(args) if isinstance(args, dict) else \
            list(args) if isinstance(args, (list, tuple)) else [args]
        names, rows, rowcount, self.lastrowid = await self.connection.query(query, values)
        self._names = names or []
        self.description = None if names is None else tuple((name, *[None] * 6) for name in names)
        self._rows, self._at = [self._row(row) for row in rows], 0
        self.rowcount = rowcount if names is None else len(rows)
        return self.rowcount

    async def executemany(self, query, args):
        """Run a statement once for each of `args`."""
        total = 0
        for one in args:
            total += await self.execute(query, one)
        self.rowcount = total
        return total

    async def fetchone(self):
        """The next row, or None."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def fetchmany(self, size=None):
        """So many of the next rows."""
        self._check()
        begin, self._at = self._at, min(len(self._rows), self._at + (self.arraysize if size is None else size))
        return self._rows[begin:self._at]

    async def fetchall(self):
        """All rows that are left."""
        return await self.fetchmany(len(self._rows))

    async def close(self):
        """Close it."""
        if self._is_open:
            self._is_open = False
            self.connection._wire.tell("cursor closed")

    def _row(self, row):
        return row

    def _check(self):
        if not self._is_open:
            raise ProgrammingError("Cursor closed")

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await self.close()

    def __aiter__(self):
        return self

    async def __anext__(self):
        row = await self.fetchone()
        if row is None:
            raise StopAsyncIteration
        return row


class DictCursor(Cursor):
    """Rows as dicts."""

    def _row(self, row):
        return dict(zip(self._names, row))


def create_pool(minsize=1, maxsize=10, **options):
    """A pool of connections: `minsize` are opened now, at most `maxsize` later. To be awaited, or entered with
    `async with`, which closes it."""
    if minsize < 0:
        raise ValueError("minsize should be zero or greater")
    if maxsize < minsize and maxsize != 0:
        raise ValueError("maxsize should be not less than minsize")

    async def make():
        pool = Pool(minsize, maxsize or 1_000_000, options)
        await pool._places.fill(minsize)
        return pool

    async def leave(pool, error):
        pool.close()
        await pool.wait_closed()

    return overlap_sql.Opening(make, leave)


class Pool:
    """Connections that are used again. Whoever finds none waits."""

    def __init__(self, minsize, maxsize, options):
        self.minsize, self.maxsize = minsize, maxsize
        self._options, self._closing, self._used = options, False, set()
        self._places = overlap_sql.Places(maxsize, self._make)
        self._returned = asyncio.Event()

    async def _make(self):
        return await connect(**self._options)

    @property
    def size(self):
        """Connections that are there."""
        return self._places.count

    @property
    def freesize(self):
        """Connections that nobody uses."""
        return len(self._places.idle)

    def acquire(self):
        """A free connection; to be awaited, or entered with `async with`, which gives it back."""

        async def make():
            if self._closing:
                raise RuntimeError("Cannot acquire connection after closing pool")
            connection = await self._places.take()
            self._used.add(connection)
            return connection

        async def leave(connection, error):
            await self.release(connection)

        return overlap_sql.Opening(make, leave)

    async def release(self, connection):
        """Give a connection back. What it had not committed is rolled back."""
        if connection not in self._used:
            raise AssertionError(connection)
        self._used.discard(connection)
        if not connection.closed:
            await connection.rollback()
            if self._closing:
                connection.close()
        self._places.give_back(connection)
        self._returned.set()

    async def clear(self):
        """Close the connections that nobody uses."""
        while self._places.idle:
            self._places.idle.popleft().close()
            self._places.count -= 1

    def close(self):
        """From now on nobody gets a connection."""
        self._closing = True

    async def wait_closed(self):
        """Close the connections; waits for those that are in use."""
        if not self._closing:
            raise RuntimeError(".wait_closed() should be called after .close()")
        await self.clear()
        while self._used:
            self._returned.clear()
            await self._returned.wait()
            await self.clear()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        self.close()
        await self.wait_closed()

"""A simulation of asyncpg for exercises: the same names for what most programs use, on a simulated server. It is not
asyncpg and shares no code with it; the SQL is SQLite's. Parameters are written $1, $2 and travel apart from the SQL.

There: connect, create_pool, Connection (execute, executemany, fetch, fetchrow, fetchval, transaction, close, is_closed),
Pool (acquire, release, close, terminate, and the queries of a connection), Record, and a few exceptions.
"""

import asyncio
import urllib.parse

import overlap_sql

__all__ = ["Connection", "Pool", "Record", "connect", "create_pool"]


class PostgresError(Exception):
    """Base of what the server finds wrong."""


class InterfaceError(Exception):
    """The client was used wrongly."""


class IntegrityConstraintViolationError(PostgresError):
    """A constraint would be violated."""


class UniqueViolationError(IntegrityConstraintViolationError):
    """A value that has to be unique is there already."""


class ForeignKeyViolationError(IntegrityConstraintViolationError):
    """A row refers to one that is not there."""


class NotNullViolationError(IntegrityConstraintViolationError):
    """A value is missing."""


class PostgresSyntaxError(PostgresError):
    """The statement is wrong."""


class UndefinedTableError(PostgresError):
    """There is no such table."""


class InvalidCatalogNameError(PostgresError):
    """There is no such database."""


class TooManyConnectionsError(PostgresError):
    """The server takes no more connections."""


class InternalServerError(PostgresError):
    """The server could not do it."""


def _translated(error):
    text = str(error)
    for part, kind in (("UNIQUE", UniqueViolationError), ("FOREIGN KEY", ForeignKeyViolationError),
                       ("NOT NULL", NotNullViolationError), ("no such table", UndefinedTableError),
                       ("syntax error", PostgresSyntaxError)):
        if part in text:
            return kind(text)
    if error.kind == "IntegrityError":
        return IntegrityConstraintViolationError(text)
    return InterfaceError(text) if error.kind in ("ProgrammingError", "TypeError", "ValueError") else InternalServerError(text)


class Record(tuple):
    """A row: by number or by name; `dict(row)` gives both names and values."""

    __slots__ = ()
    _names = ()

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise KeyError(key)
            return tuple.__getitem__(self, self._names.index(key))
        return tuple.__getitem__(self, key)

    def get(self, key, default=None):
        """The value of this name, or `default`."""
        return self[key] if key in self._names else default

    def keys(self):
        """The names."""
        return iter(self._names)

    def values(self):
        """The values."""
        return tuple.__iter__(self)

    def items(self):
        """Names with values."""
        return zip(self._names, self)

    def __contains__(self, key):
        return key in self._names

    def __repr__(self):
        return "<Record " + " ".join(f"{name}={value!r}" for name, value in self.items()) + ">"


class _Queries:
    """What a connection and a pool both can."""

    async def execute(self, query, *args, timeout=None):
        """Run a statement. Returns what was done, as "UPDATE 3"."""
        names, rows, count, _ = await self._run(query, args, timeout)
        word = (query.split() or [""])[0].upper()
        if names is not None:
            return f"SELECT {len(rows)}"
        return f"INSERT 0 {count}" if word == "INSERT" else f"{word} {count}" if count >= 0 else word

    async def executemany(self, query, args, *, timeout=None):
        """Run a statement once for each of `args`."""
        for one in args:
            await self._run(query, one, timeout)

    async def fetch(self, query, *args, timeout=None):
        """All rows of a query."""
        names, rows, *_ = await self._run(query, args, timeout)
        kind = type("Record", (Record,), {"_names": tuple(names or ()), "__slots__": ()})
        return [kind(row) for row in rows]

    async def fetchrow(self, query, *args, timeout=None):
        """The first row of a query, or None."""
        rows = await self.fetch(query, *args, timeout=timeout)
        return rows[0] if rows else None

    async def fetchval(self, query, *args, column=0, timeout=None):
        """One value of the first row of a query, or None."""
        row = await self.fetchrow(query, *args, timeout=timeout)
        return None if row is None else row[column]


async def _connect(dsn, database, timeout):
    name = database if database is not None else urllib.parse.urlsplit(dsn or "").path.lstrip("/")
    try:
        wire = await overlap_sql.Wire(name).connect(None if timeout is None else round(timeout * 1e9))
    except overlap_sql.Unreachable as error:
        if error.reason == "timeout":
            raise TimeoutError() from None
        raise {
            "unknown": InvalidCatalogNameError(f'database "{name}" does not exist'),
            "full": TooManyConnectionsError("sorry, too many clients already"),
        }.get(error.reason, ConnectionRefusedError(111, "Connect call failed")) from None
    return Connection(wire)


async def connect(dsn=None, *, database=None, timeout=60, **options):
    """Open a connection to a database: its name, or `dsn` ending in it ("postgresql://host/name")."""
    return await _connect(dsn, database, timeout)


class Connection(_Queries):
    """A connection. What is done outside of a transaction is kept at once."""

    def __init__(self, wire):
        self._wire = wire
        self._depth = 0

    def is_closed(self):
        """Whether it was closed."""
        return not self._wire.is_open

    def is_usable(self):
        return self._wire.is_open

    def is_in_transaction(self):
        """Whether a transaction is open."""
        return self._depth > 0

    def transaction(self, **options):
        """A transaction, for `async with`: kept at the end of the block, taken back when an exception leaves it. One
        inside another is a savepoint."""
        return Transaction(self)

    async def close(self, *, timeout=None):
        """Close it."""
        self._wire.close()

    def terminate(self):
        """Close it at once."""
        self._wire.close()

    async def _run(self, query, args, timeout):
        self._check()
        try:
            async with asyncio.timeout(timeout):
                return await self._wire.query(query, "numeric", list(args))
        except overlap_sql.ServerError as error:
            raise _translated(error) from None

    def _check(self):
        if self.is_closed():
            raise InterfaceError("connection is closed")
        if self._wire.is_busy:
            raise InterfaceError("cannot perform operation: another operation is in progress")

    def _tell(self, act):
        self._check()
        try:
            self._wire.tell(act)
        except overlap_sql.ServerError as error:
            raise _translated(error) from None


class Transaction:
    """A transaction, or a savepoint inside of one."""

    def __init__(self, connection):
        self._connection, self._state = connection, "new"

    async def start(self):
        """Begin it."""
        if self._state != "new":
            raise InterfaceError("cannot start; the transaction is already started")
        self._is_inner = self._connection._depth > 0
        self._connection._tell("mark" if self._is_inner else "begin")
        self._connection._depth += 1
        self._state = "started"

    async def commit(self):
        """Keep what was done in it."""
        self._end("forget mark" if self._require() else "commit")

    async def rollback(self):
        """Take back what was done in it."""
        self._end("back to mark" if self._require() else "rollback")

    def _require(self):
        if self._state != "started":
            raise InterfaceError("the transaction is not open")
        return self._is_inner

    def _end(self, act):
        self._state = "ended"
        self._connection._depth -= 1
        self._connection._tell(act)

    async def __aenter__(self):
        await self.start()
        return self

    async def __aexit__(self, kind, error, trace):
        if self._connection.is_closed():
            return
        if error is None:
            await self.commit()
        else:
            await self.rollback()


def create_pool(dsn=None, *, min_size=10, max_size=10, database=None, timeout=60, **options):
    """A pool of connections: `min_size` are opened at once, at most `max_size` in all. To be awaited, or entered with
    `async with`, which closes it."""
    if not 0 <= min_size <= max_size or max_size < 1:
        raise ValueError("min_size must not be greater than max_size, and max_size at least 1")

    async def make():
        pool = Pool(dsn, database, max_size)
        await pool._places.fill(min_size)
        return pool

    async def leave(pool, error):
        await pool.close()

    return overlap_sql.Opening(make, leave)


class Pool(_Queries):
    """Connections that are used again. Whoever finds none waits."""

    def __init__(self, dsn, database, max_size):
        self._places = overlap_sql.Places(max_size, lambda: _connect(dsn, database, 60))
        self._used, self._closing, self._returned = set(), False, asyncio.Event()

    def acquire(self, *, timeout=None):
        """A free connection; to be awaited, or entered with `async with`, which gives it back."""

        async def make():
            if self._closing:
                raise InterfaceError("pool is closing")
            async with asyncio.timeout(timeout):
                connection = await self._places.take()
            self._used.add(connection)
            return connection

        async def leave(connection, error):
            await self.release(connection)

        return overlap_sql.Opening(make, leave)

    async def release(self, connection, *, timeout=None):
        """Give a connection back. What it had not committed is taken back."""
        if connection not in self._used:
            return
        self._used.discard(connection)
        connection._depth = 0
        if connection.is_usable():
            connection._wire.tell("rollback")
        self._places.give_back(connection)
        self._returned.set()

    async def _run(self, query, args, timeout):
        async with self.acquire() as connection:
            return await connection._run(query, args, timeout)

    def get_size(self):
        """Connections that are there."""
        return self._places.count

    def get_idle_size(self):
        """Connections that nobody uses."""
        return len(self._places.idle)

    async def close(self):
        """Close all connections; waits for those that are in use."""
        self._closing = True
        while self._used:
            self._returned.clear()
            await self._returned.wait()
        self.terminate()

    def terminate(self):
        """Close all connections at once."""
        self._closing = True
        for connection in [*self._places.idle, *self._used]:
            connection._wire.close()
        self._places.idle.clear()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await self.close()

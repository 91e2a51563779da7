"""Asynchronous sessions of the simulated SQLAlchemy. A session belongs to one task at a time."""

import asyncio
import contextlib

import overlap_sql

from .. import exc
from .._results import Result
from .._statements import Select, TextClause

_POOL_SECONDS = 30.0


def _translated(error):
    text = str(error)
    kind = exc.IntegrityError if error.kind == "IntegrityError" else \
        exc.OperationalError if error.kind == "OperationalError" else exc.ProgrammingError
    return kind(text)


class _Pooled:
    def __init__(self, wire):
        self.wire = wire

    def is_usable(self):
        return self.wire.is_open


class AsyncEngine:
    """The way to a database, with a pool of connections."""

    def __init__(self, url, pool_size, max_overflow, pool_timeout):
        self._database = url.rpartition("/")[2]
        self._timeout = pool_timeout
        self._places = overlap_sql.Places(pool_size + max_overflow, self._make)

    async def _make(self):
        try:
            return _Pooled(await overlap_sql.Wire(self._database).connect())
        except overlap_sql.Unreachable as error:
            raise exc.OperationalError(f"no connection to {self._database!r}: {error.reason}") from None

    async def take(self):
        try:
            async with asyncio.timeout(self._timeout):
                return await self._places.take()
        except TimeoutError:
            raise exc.TimeoutError(f"QueuePool limit of size {self._places.limit} reached, connection timed out") from None

    def give_back(self, pooled):
        self._places.give_back(pooled)

    async def dispose(self):
        """Close the connections that nobody uses."""
        while self._places.idle:
            self._places.idle.popleft().wire.close()
            self._places.count -= 1


def create_async_engine(url, *, pool_size=5, max_overflow=10, pool_timeout=_POOL_SECONDS, **options):
    """The way to the database whose name `url` ends in. Opens nothing yet."""
    return AsyncEngine(str(url), pool_size, max_overflow, pool_timeout)


class async_sessionmaker:
    """Makes sessions: `async with factory() as session`."""

    def __init__(self, bind, *, expire_on_commit=True, **options):
        self._bind = bind

    def __call__(self):
        return AsyncSession(self._bind)

    @contextlib.asynccontextmanager
    async def begin(self):
        """A session in a transaction that is committed at the end."""
        async with self() as session, session.begin():
            yield session


class AsyncSession:
    """A unit of work: objects that were read or added, on one connection. Not for two tasks at once."""

    def __init__(self, bind, **options):
        self._engine, self._pooled, self._at_work = bind, None, False
        self._new, self._known, self._deleted = [], {}, []

    # -- reading

    async def execute(self, statement, params=None):
        """Run text() or select(); gives a result with .scalars(), .all(), .first(), .one() and the like."""
        with self._alone():
            await self._flush()
            return await self._execute(statement, params)

    async def scalars(self, statement, params=None):
        """The first of each row."""
        return (await self.execute(statement, params)).scalars()

    async def scalar(self, statement, params=None):
        """The first of the first row, or None."""
        return (await self.execute(statement, params)).scalar()

    async def get(self, model, key):
        """The object with this primary key, or None; asks once for each."""
        if (model, key) in self._known:
            return self._known[model, key]
        primary = next(column for column in model._columns.values() if column.primary_key)
        return (await self.execute(Select((model,)).where(primary == key))).scalar_one_or_none()

    async def _execute(self, statement, params):
        if isinstance(statement, Select):
            model, (sql, values) = statement.model, statement.compiled()
        elif isinstance(statement, TextClause):
            model, sql, values = None, statement.sql, {**statement.values, **(params or {})}
        else:
            raise exc.ArgumentError(f"Textual SQL expression {str(statement)[:40]!r} should be explicitly declared as text(...)")
        names, rows, count, _ = await self._query(sql, values)
        if model is not None:
            return Result([(self._loaded(model, names, row),) for row in rows], (model.__name__,), count)
        return Result(rows, tuple(names or ()), count)

    def _loaded(self, model, names, row):
        primary = next((column.name for column in model._columns.values() if column.primary_key), None)
        values = dict(zip(names, row))
        found = self._known.get((model, values.get(primary)))
        if found is None:
            found = model(**values)
            found.__dict__["_changed"] = set()
            self._known[model, values.get(primary)] = found
        return found

    # -- changing

    def add(self, row):
        """Store this object at the next flush."""
        if row not in self._new:
            self._new.append(row)

    def add_all(self, rows):
        """Store these objects at the next flush."""
        for row in rows:
            self.add(row)

    async def delete(self, row):
        """Remove this object at the next flush."""
        self._deleted.append(row)

    async def flush(self):
        """Send what was added and changed."""
        with self._alone():
            await self._flush()

    async def commit(self):
        """Flush, and keep it."""
        with self._alone():
            await self._flush()
            self._end("commit")

    async def rollback(self):
        """Take back what was not committed."""
        with self._alone():
            self._forget()
            self._end("rollback")

    async def refresh(self, row):
        """Read this object anew."""
        model, key = type(row), self._key(row)
        self._known.pop((model, key[1]), None)
        fresh = await self.get(model, key[1])
        row.__dict__.update(fresh.__dict__)
        self._known[model, key[1]] = row

    @contextlib.asynccontextmanager
    async def begin(self):
        """A transaction that is committed at the end of the block, and taken back when an exception leaves it."""
        try:
            yield self
        except BaseException:
            await self.rollback()
            raise
        await self.commit()

    async def close(self):
        """Give the connection back; what was not committed is taken back."""
        if self._at_work:
            raise exc.IllegalStateChangeError(
                "Method 'close()' can't be called here; method '_connection_for_bind()' is already in progress")
        self._forget()
        self._end("rollback")

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await self.close()

    async def _flush(self):
        for row in list(self._new):
            names = [name for name in row._columns if row.__dict__.get(name) is not None]
            marks = ", ".join(f":{name}" for name in names)
            sql = f"INSERT INTO {row.__tablename__} ({', '.join(names)}) VALUES ({marks})"
            *_, number = await self._query(sql, {name: row.__dict__[name] for name in names})
            key, value = self._key(row)
            if value is None:
                row.__dict__[key] = number
            row.__dict__["_changed"] = set()
            self._new.remove(row)
            self._known[type(row), self._key(row)[1]] = row
        for row in list(self._known.values()):
            changed = sorted(row.__dict__.get("_changed", ()))
            if changed:
                key, value = self._key(row)
                sets = ", ".join(f"{name} = :{name}" for name in changed)
                sql = f"UPDATE {row.__tablename__} SET {sets} WHERE {key} = :the_key"
                await self._query(sql, {**{name: row.__dict__[name] for name in changed}, "the_key": value})
                row.__dict__["_changed"] = set()
        while self._deleted:
            row = self._deleted.pop(0)
            key, value = self._key(row)
            await self._query(f"DELETE FROM {row.__tablename__} WHERE {key} = :the_key", {"the_key": value})
            self._known.pop((type(row), value), None)

    def _key(self, row):
        name = next(column.name for column in row._columns.values() if column.primary_key)
        return name, row.__dict__.get(name)

    def _forget(self):
        self._new, self._known, self._deleted = [], {}, []

    # -- the connection

    @contextlib.contextmanager
    def _alone(self):
        if self._at_work:
            raise exc.InvalidRequestError(
                "This session is provisioning a new connection; concurrent operations are not permitted")
        self._at_work = True
        try:
            yield
        finally:
            self._at_work = False

    async def _query(self, sql, values):
        if self._pooled is None:
            self._pooled = await self._engine.take()
            self._pooled.wire.tell("begin")
        try:
            return await self._pooled.wire.query(sql, "named", values)
        except overlap_sql.ServerError as error:
            raise _translated(error) from None

    def _end(self, act):
        pooled, self._pooled = self._pooled, None
        if pooled is None:
            return
        try:
            pooled.wire.tell(act)
        except overlap_sql.ServerError as error:
            raise _translated(error) from None
        finally:
            self._engine.give_back(pooled)

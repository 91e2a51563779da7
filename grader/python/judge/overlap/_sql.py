"""The database behind Django's ORM. It is here, not beside Django in the submission's interpreter, so that nobody has
a row before it was paid for. What the submission sends is hostile: a statement that takes the judge's time or memory
away ends the run as if the submission had used its own (`Exchange.enter`)."""

import datetime
import decimal
import json
import random
import re
import sqlite3
import uuid
from contextlib import contextmanager

from . import _bridge

#: Marks of transactions: a real server answers them at once, next to a query. None of them tells anything of a row.
_FREE = re.compile(r"\s*(BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA\s+foreign_keys)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"(?<!%)%s")
_PLAIN = (int, float, str, bytes, type(None))
_MAX_ROWS = 50_000
_MAX_BYTES = 4 << 20
_ALLOWED_PRAGMAS = {"foreign_keys", "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
                    "foreign_key_list", "foreign_key_check"}
_FORBIDDEN = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_CREATE_TRIGGER,
              sqlite3.SQLITE_CREATE_TEMP_TRIGGER, sqlite3.SQLITE_CREATE_VTABLE}
_connection = None
_models = {}


def install(register_functions, parse_date, parse_time, parse_datetime):
    """Called once, while the judge's image is built: what Django's own backend registers, and the empty database."""
    global _connection

    def converter(parse):
        return lambda text: parse(text.decode())

    sqlite3.register_converter("bool", b"1".__eq__)
    sqlite3.register_converter("date", converter(parse_date))
    sqlite3.register_converter("time", converter(parse_time))
    for name in ("datetime", "timestamp"):
        sqlite3.register_converter(name, converter(parse_datetime))
    _connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False,
                                  detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
    register_functions(_connection)
    _connection.create_function("RAND", 0, random.Random(0).random)  # never the judge's own random numbers
    _connection.execute("PRAGMA foreign_keys = ON")
    _connection.execute("PRAGMA hard_heap_limit = 67108864").fetchall()
    _connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_BYTES)
    _connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    _connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    _connection.set_authorizer(_authorize)


def _authorize(action, first, second, database, inner):
    if action in _FORBIDDEN or (action == sqlite3.SQLITE_PRAGMA and first not in _ALLOWED_PRAGMAS):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def is_free(sql, params=None, many=False):
    """Whether a statement takes no time and is not counted."""
    return isinstance(sql, str) and not params and not many and _FREE.match(sql) is not None


def execute(sql, params=None, many=False):
    """[names of columns or None, rows, rowcount, lastrowid, whether a transaction is open]. Raises `sqlite3.Error`."""
    if params is not None:
        sql = _convert(sql, (params[0] if params else []) if many else params)
        for one in params if many else [params]:
            _check(one)
    if sql in ("COMMIT", "ROLLBACK"):
        _connection.commit() if sql == "COMMIT" else _connection.rollback()
        return [None, [], -1, None, _connection.in_transaction]
    cursor = _connection.cursor()
    if many:
        cursor.executemany(sql, params)
    else:
        cursor.execute(sql, () if params is None else params)
    names = None if cursor.description is None else [column[0] for column in cursor.description]
    rows, left = [], _MAX_BYTES
    for row in cursor:
        rows.append(row)
        left -= sum(len(value) for value in row if isinstance(value, (str, bytes)))
        if left < 0 or len(rows) > _MAX_ROWS:
            raise sqlite3.OperationalError("too many rows")
    return [names, rows, cursor.rowcount, cursor.lastrowid, _connection.in_transaction]


def _convert(sql, params):
    """Django's placeholders as SQLite's."""
    if isinstance(params, dict):
        return sql % {name: f":{name}" for name in params}
    return _PLACEHOLDER.sub("?", sql).replace("%%", "%")


def _check(params):
    """Nothing but plain values reaches `sqlite3`: it would look at the insides of others."""
    values = params.values() if type(params) is dict else params
    if type(params) not in (dict, list) or not all(type(value) is bool or type(value) in _PLAIN for value in values):
        raise sqlite3.ProgrammingError("a parameter is of a type that is not supported")


def set_up(statements, models):
    """While the submission is loaded: make its tables, and remember how rows of its models are stored."""
    for sql in statements:
        _connection.execute(sql)
    for name, (table, fields) in models.items():
        _models.setdefault(name, (_quoted(table), [_Field(*field) for field in fields]))


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


class _Field:
    """A column of a model's table: how a value gets into it and out again."""

    def __init__(self, attribute, column, kind, places, has_default, default):
        self.attribute, self.column = attribute, _quoted(column)
        self.kind, self.places = kind, places
        self.has_default, self.default = has_default, default

    def stored(self, value):
        """A value of a row as Django's SQLite backend would store it."""
        kind = self.kind
        if value is None:
            return None
        if kind == "JSONField":
            return json.dumps(value)
        if kind == "UUIDField":
            return (value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))).hex
        if kind == "DecimalField" and self.places is not None:
            return str(decimal.Decimal(str(value)).quantize(decimal.Decimal(1).scaleb(-self.places)))
        if isinstance(value, datetime.datetime):
            return (value.astimezone(datetime.timezone.utc).replace(tzinfo=None) if value.tzinfo else value).isoformat(" ")
        if isinstance(value, (datetime.date, datetime.time)):
            return value.isoformat()
        if isinstance(value, datetime.timedelta):
            return value // datetime.timedelta(microseconds=1)
        return value

    def read(self, value):
        """A stored value as the ORM would give it."""
        kind = self.kind
        if value is None:
            return None
        if kind == "JSONField":
            return json.loads(value)
        if kind == "UUIDField":
            return uuid.UUID(value)
        if kind == "DecimalField" and self.places is not None:
            return decimal.Decimal(str(value)).quantize(decimal.Decimal(1).scaleb(-self.places))
        if kind == "DateTimeField":
            return value.replace(tzinfo=datetime.timezone.utc)
        if kind == "DurationField":
            return datetime.timedelta(microseconds=value)
        return value


@contextmanager
def _told_to_host():
    """The tables are the submission's: what they have the judge do, without end perhaps, is not the judge's fault."""
    _bridge.request("database", True)
    try:
        yield
    finally:
        _bridge.request("database", False)


class Tables:
    """`submission.database`: fills and reads the tables. Takes no virtual time, and the submission is not asked."""

    async def load(self, model, rows):
        """Insert rows (dicts) into a model's table."""
        table, fields = _model(model)
        known = {"pk": fields[0], **{f.attribute: f for f in fields}}
        with _told_to_host():
            for row in rows:
                unknown = [name for name in row if name not in known]
                if unknown:
                    raise TypeError(f"{model} has no field {unknown[0]!r}")
                values = {f.column: f.default for f in fields if f.has_default}
                values.update((known[name].column, known[name].stored(value)) for name, value in row.items())
                marks = ", ".join("?" * len(values))
                _connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", [*values.values()])

    async def rows(self, model):
        """All rows of a model's table as dicts, ordered by primary key."""
        table, fields = _model(model)
        columns = ", ".join(f.column for f in fields)
        with _told_to_host():
            found = _connection.execute(f"SELECT {columns} FROM {table} ORDER BY {fields[0].column}").fetchall()
        return [{f.attribute: f.read(value) for f, value in zip(fields, row)} for row in found]


def _model(name):
    if name not in _models:
        raise LookupError(f"no model is called {name!r}")
    return _models[name]

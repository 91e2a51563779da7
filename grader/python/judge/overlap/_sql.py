"""The database behind Django's ORM. It is here, not beside Django in the submission's interpreter, so that nobody has
a row before it was paid for. What the submission sends is hostile: a statement that takes the judge's time or memory
away ends the run as if the submission had used its own (`Exchange.enter`)."""

import random
import re
import sqlite3

from . import _isolation

#: Marks of transactions: a real server answers them at once, next to a query. None of them tells anything of a row.
_MARK = re.compile(
    r"""\s*(?:(?P<begin>BEGIN(?:\s+(?:DEFERRED|(?P<now>IMMEDIATE|EXCLUSIVE)))?)(?:\s+TRANSACTION)?
    |(?P<commit>COMMIT|END)(?:\s+TRANSACTION)?
    |(?P<rollback>ROLLBACK)(?:\s+TRANSACTION)?
    |ROLLBACK(?:\s+TRANSACTION)?\s+TO(?:\s+SAVEPOINT)?\s+(?P<back>"?\w+"?)
    |SAVEPOINT\s+(?P<savepoint>"?\w+"?)
    |RELEASE(?:\s+SAVEPOINT)?\s+(?P<release>"?\w+"?)
    |(?P<pragma>PRAGMA\s+foreign_keys(?:\s*=\s*(?:ON|OFF|0|1))?))\s*;?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
#: Nothing that begins like this changes anything.
_READS = re.compile(r"\s*(?:SELECT|VALUES|EXPLAIN|PRAGMA|WITH(?!.*\b(?:INSERT|UPDATE|DELETE|REPLACE)\b))\b",
                    re.IGNORECASE | re.DOTALL)
_FOR_UPDATE = re.compile(r"\s+FOR UPDATE\s*\Z")
_PLACEHOLDER = re.compile(r"(?<!%)%s")
_PLAIN = (int, float, str, bytes, type(None))
_MAX_ROWS = 50_000
_MAX_BYTES = 4 << 20
_MAX_RECORDED = 10_000
_ALLOWED_PRAGMAS = {"foreign_keys", "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
                    "foreign_key_list", "foreign_key_check"}
_FORBIDDEN = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_CREATE_TRIGGER,
              sqlite3.SQLITE_CREATE_TEMP_TRIGGER, sqlite3.SQLITE_CREATE_VTABLE}
_TRANSACTIONS = {sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT}

#: Everything that was carried out, marks of transactions included, in order.
statements = []


def install(register_functions, parse_date, parse_time, parse_datetime):
    """Called once, while the judge's image is built: what Django's own backend registers, and the empty database."""

    def converter(parse):
        return lambda text: parse(text.decode())

    sqlite3.register_converter("bool", b"1".__eq__)
    sqlite3.register_converter("date", converter(parse_date))
    sqlite3.register_converter("time", converter(parse_time))
    for name in ("datetime", "timestamp"):
        sqlite3.register_converter(name, converter(parse_datetime))
    _isolation.install(_connect(register_functions), _connect(register_functions))


def _connect(register_functions):
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False,
                           detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
    register_functions(made)
    made.create_function("RAND", 0, random.Random(0).random)  # never the judge's own random numbers
    made.execute("PRAGMA foreign_keys = ON")
    made.execute("PRAGMA hard_heap_limit = 67108864").fetchall()
    harden(made)
    made.set_authorizer(_authorize)
    return made


def harden(connection):
    """From now on what runs on it may be hostile, once it has its authorizer."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


def _authorize(action, first, second, database, inner):
    if action in _FORBIDDEN or (action == sqlite3.SQLITE_PRAGMA and first not in _ALLOWED_PRAGMAS):
        return sqlite3.SQLITE_DENY
    if action in _TRANSACTIONS and not _isolation.is_marking:  # written so that nobody here has recognised it
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _find_mark(sql, params, many):
    return _MARK.fullmatch(sql) if isinstance(sql, str) and not params and not many else None


def receive(is_charged, sql, params=None, many=False, number=0):
    """A statement has come in. The answer, when there is one already; `LOCKED` when the connection must wait for
    another's transaction; None when the statement is to be paid for: `execute` then carries it out."""
    session = _isolation.find_session(number)
    mark = _find_mark(sql, params, many)
    if mark["now"] if mark else _changes(sql, session.is_open):
        if not session.may_write(in_transaction=mark or session.is_open):
            return _isolation.LOCKED
        if not mark:
            session.begin_write(lasts=is_charged)
    if len(statements) < _MAX_RECORDED:
        statements.append(sql[:1000])
    if mark:
        rows = session.mark(mark)
        return [None, rows, -1, None, session.is_open]
    return None if is_charged else execute(sql, params, many, number)


def _changes(sql, in_transaction):
    return not _READS.match(sql) or in_transaction and _FOR_UPDATE.search(sql) is not None


def execute(sql, params=None, many=False, number=0):
    """[names of columns or None, rows, rowcount, lastrowid, whether a transaction is open]. Raises `sqlite3.Error`."""
    session = _isolation.find_session(number)
    sql = _FOR_UPDATE.sub("", sql)
    if params is not None:
        sql = _convert(sql, (params[0] if params else []) if many else params)
        for one in params if many else [params]:
            check_parameters(one)
    try:
        cursor = session.database().cursor()
        if many:
            cursor.executemany(sql, params)
        else:
            cursor.execute(sql, () if params is None else params)
        names = None if cursor.description is None else [column[0] for column in cursor.description]
        return [names, rows_of(cursor), cursor.rowcount, cursor.lastrowid, session.is_open]
    finally:
        session.end_write()


def rows_of(cursor):
    """All rows of a statement. Raises `sqlite3.OperationalError` when they are too many."""
    rows, left = [], _MAX_BYTES
    for row in cursor:
        rows.append(row)
        left -= sum(len(value) for value in row if isinstance(value, (str, bytes)))
        if left < 0 or len(rows) > _MAX_ROWS:
            raise sqlite3.OperationalError("too many rows")
    return rows


def _convert(sql, params):
    """Django's placeholders as SQLite's."""
    if isinstance(params, dict):
        return sql % {name: f":{name}" for name in params}
    return _PLACEHOLDER.sub("?", sql).replace("%%", "%")


def check_parameters(params):
    """Nothing but plain values reaches `sqlite3`: it would look at the insides of others."""
    values = params.values() if type(params) is dict else params
    if type(params) not in (dict, list) or not all(type(value) is bool or type(value) in _PLAIN for value in values):
        raise sqlite3.ProgrammingError("a parameter is of a type that is not supported")

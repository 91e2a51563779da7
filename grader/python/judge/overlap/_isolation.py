"""Transactions of several connections on one in-memory SQLite database.

SQLite knows one writer at a time. A transaction takes the one lock with its first change (or `FOR UPDATE`) and keeps it
to its end; changes outside of transactions are carried out in one instant and only wait while somebody has the lock.
Until a transaction changes something it is not begun in SQLite at all, so that each of its statements sees what is
committed by then (READ COMMITTED). While somebody has the lock, all others read from a copy made when he took it.
"""

import sqlite3

#: The answer that makes a connection wait and ask again.
LOCKED = "locked"
_MAX_SESSIONS = 2_000

#: True while a mark of a transaction is carried out; no statement of the submission may be one.
is_marking = False
_main = _committed = None
_sessions = {}
#: The session that has the lock, and those with a change under way outside of a transaction.
_holder = None
_changing = set()


def install(main, committed):
    """The database, and one to hold its copy."""
    global _main, _committed
    _main, _committed = main, committed


def main():
    """The database, where no transaction of the submission is under way. Raises RuntimeError."""
    if _holder is not None:
        raise RuntimeError("a transaction of the submission is still open")
    return _main


def committed():
    """What anybody outside of a transaction sees."""
    return _main if _holder is None else _committed


def find_session(number):
    """The session of this connection. Raises `sqlite3.Error` when there are too many."""
    if number not in _sessions:
        if type(number) is not int or len(_sessions) >= _MAX_SESSIONS:
            raise sqlite3.OperationalError("too many connections")
        _sessions[number] = Session()
    return _sessions[number]


def _run(sql):
    global is_marking
    is_marking = True
    try:
        return _main.execute(sql).fetchall()
    finally:
        is_marking = False


class Session:
    """One connection of the submission, as a database server sees it."""

    def __init__(self):
        self.is_open = False
        #: Savepoints of a transaction that has changed nothing yet.
        self._savepoints = []

    def database(self):
        """Where its statements are carried out now."""
        return _main if _holder in (None, self) else _committed

    def may_write(self, in_transaction):
        """Whether it need not wait for another's transaction, or, for one of its own, for changes under way."""
        _changing.discard(self)
        return _holder is self or _holder is None and not (in_transaction and _changing)

    def begin_write(self, lasts):
        """Takes the lock for its transaction; or notes a change that lasts for some time outside of one."""
        global _holder
        if self.is_open:
            if _holder is None:
                _main.backup(_committed)
                _run("BEGIN")
                for name in self._savepoints:
                    _run(f"SAVEPOINT {name}")
                _holder = self
        elif lasts:
            _changing.add(self)

    def end_write(self):
        """A statement is over. Some errors end SQLite's transaction, too."""
        _changing.discard(self)
        if _holder is self and not _main.in_transaction:
            self._end()

    def _end(self):
        global _holder
        if _holder is self:
            _holder = None
        self.is_open = False
        self._savepoints.clear()

    def mark(self, found):
        """Carries out a mark of a transaction. Returns rows. Raises `sqlite3.Error`."""
        kind = found.lastgroup
        if kind == "pragma":
            return _run(found.group())
        if kind == "begin":
            if self.is_open:
                raise sqlite3.OperationalError("cannot start a transaction within a transaction")
            self.is_open = True
            if found["now"]:
                self.begin_write(lasts=False)
        elif kind in ("commit", "rollback"):  # to end one that is none does no harm
            if _holder is self:
                _run(kind.upper())
            self._end()
        else:
            self._mark_savepoint(kind, found[kind])
        return []

    def _mark_savepoint(self, kind, name):
        if _holder is self:
            _run({"savepoint": "SAVEPOINT ", "release": "RELEASE ", "back": "ROLLBACK TO "}[kind] + name)
        elif kind == "savepoint":
            self.is_open = True
            self._savepoints.append(name)
        elif name not in self._savepoints:
            raise sqlite3.OperationalError(f"no such savepoint: {name}")
        else:
            at = len(self._savepoints) - 1 - self._savepoints[::-1].index(name)
            del self._savepoints[at + (kind == "back"):]

import threading

from overlap import blocking_service

report = blocking_service("report")
_write = blocking_service("write")
_owner = None


class LedgerError(Exception):
    pass


def add(amount):
    global _owner
    _owner = _owner or threading.get_ident()
    if threading.get_ident() != _owner:
        raise LedgerError("the ledger belongs to another thread")
    return _write(amount)

"""Work of the judge that the submission determines: in tables that it has made, on the text that was handed in. Made
with malice it never ends, or takes the interpreter down; so it is done within the limits of the submission, and what
comes of it is the submission's own end."""

from . import _bridge

_work = None
_done = None


def at_its_expense(work):
    """The result of `work`, or its exception."""
    global _work
    _work = work
    _bridge.request("work")  # enters `do_work`
    value, error = _done
    if error is not None:
        raise error
    return value


def do_work():
    """Called by the host, which looks after the time."""
    global _done
    try:
        _done = _work(), None
    except Exception as error:
        _done = None, error

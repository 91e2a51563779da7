"""Exceptions of the simulated SQLAlchemy."""


class SQLAlchemyError(Exception):
    """Base of all of them."""


class ArgumentError(SQLAlchemyError):
    """Something was given that cannot be used here."""


class InvalidRequestError(SQLAlchemyError):
    """The session cannot do this now."""


class IllegalStateChangeError(InvalidRequestError):
    """The session was closed or changed while it was at work for another task."""


class NoResultFound(InvalidRequestError):
    """One row was wanted, and there is none."""


class MultipleResultsFound(InvalidRequestError):
    """One row was wanted, and there are several."""


class TimeoutError(SQLAlchemyError):
    """No connection of the pool became free in time."""


class DBAPIError(SQLAlchemyError):
    """The database refused a statement."""


class IntegrityError(DBAPIError):
    """A constraint would be violated."""


class OperationalError(DBAPIError):
    """The database could not do it."""


class ProgrammingError(DBAPIError):
    """The statement is wrong."""

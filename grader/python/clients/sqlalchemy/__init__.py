"""A simulation of the part of SQLAlchemy that exercises about asynchronous sessions need. It is not SQLAlchemy and shares
no code with it.

There: text, select (where with == != < > <= >=, order_by, limit), Integer, String, Float, Boolean;
sqlalchemy.orm: DeclarativeBase, Mapped, mapped_column; sqlalchemy.ext.asyncio: create_async_engine, async_sessionmaker,
AsyncSession, AsyncEngine; sqlalchemy.exc. Relationships, joins, updates in bulk and reflection are not there: use text().
"""

from ._statements import Select, TextClause, select, text

__all__ = ["Boolean", "Float", "Integer", "Select", "String", "TextClause", "select", "text"]


class Integer:
    """A whole number."""


class Float:
    """A number."""


class Boolean:
    """True or false."""


class String:
    """A text."""

    def __init__(self, length=None):
        self.length = length

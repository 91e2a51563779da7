"""Statements: text() and a small select()."""

from .exc import ArgumentError


class TextClause:
    """SQL with :names for its parameters."""

    def __init__(self, sql):
        self.sql = str(sql)
        self.values = {}

    def bindparams(self, **values):
        """The same with these parameters."""
        made = TextClause(self.sql)
        made.values = {**self.values, **values}
        return made

    def __str__(self):
        return self.sql


def text(sql):
    """A statement as it is written, with :names for its parameters."""
    return TextClause(sql)


class Condition:
    """A column compared with a value."""

    def __init__(self, column, operator, value):
        self.column, self.operator, self.value = column, operator, value

    def __bool__(self):
        raise TypeError("Boolean value of this clause is not defined")


class Column:
    """A column of a mapped class; comparing it makes a condition."""

    def __init__(self, name, primary_key):
        self.name, self.primary_key, self.table, self.descending = name, primary_key, None, False

    def __get__(self, row, owner):
        return self if row is None else row.__dict__.get(self.name)

    def __set__(self, row, value):
        row.__dict__[self.name] = value
        row.__dict__.setdefault("_changed", set()).add(self.name)

    def __eq__(self, value):
        return Condition(self, "IS" if value is None else "=", value)

    def __ne__(self, value):
        return Condition(self, "IS NOT" if value is None else "!=", value)

    def __lt__(self, value):
        return Condition(self, "<", value)

    def __le__(self, value):
        return Condition(self, "<=", value)

    def __gt__(self, value):
        return Condition(self, ">", value)

    def __ge__(self, value):
        return Condition(self, ">=", value)

    __hash__ = object.__hash__

    def desc(self):
        """For order_by: the highest first."""
        made = Column(self.name, self.primary_key)
        made.table, made.descending = self.table, True
        return made


class Select:
    """SELECT of a mapped class or of some of its columns."""

    def __init__(self, entities):
        self.entities, self.conditions, self.order, self.count = entities, [], [], None
        for entity in entities:
            if not isinstance(entity, Column) and not hasattr(entity, "__tablename__"):
                raise ArgumentError(f"select() takes mapped classes and their columns, not {entity!r}; use text()")
        if len(entities) > 1 and not all(isinstance(entity, Column) for entity in entities):
            raise ArgumentError("select() takes one mapped class here; use text()")

    def _with(self, **changes):
        made = Select(self.entities)
        made.__dict__.update({**self.__dict__, **changes})
        return made

    def where(self, *conditions):
        """Only rows that fulfil all of these."""
        return self._with(conditions=[*self.conditions, *conditions])

    def order_by(self, *columns):
        """In this order."""
        return self._with(order=[*self.order, *columns])

    def limit(self, count):
        """At most so many rows."""
        return self._with(count=int(count))

    @property
    def model(self):
        """The mapped class whose rows are wanted, or None when columns are."""
        return None if isinstance(self.entities[0], Column) else self.entities[0]

    def compiled(self):
        """(SQL, parameters)."""
        model = self.model
        columns = model._columns.values() if model else self.entities
        table = model.__tablename__ if model else self.entities[0].table
        sql, values = f"SELECT {', '.join(column.name for column in columns)} FROM {table}", {}
        parts = []
        for number, condition in enumerate(self.conditions):
            values[f"v{number}"] = condition.value
            parts.append(f"{condition.column.name} {condition.operator} :v{number}")
        if parts:
            sql += " WHERE " + " AND ".join(parts)
        if self.order:
            sql += " ORDER BY " + ", ".join(column.name + (" DESC" if column.descending else "") for column in self.order)
        return sql + ("" if self.count is None else f" LIMIT {self.count}"), values


def select(*entities):
    """Rows of a mapped class, or some of its columns."""
    return Select(entities)

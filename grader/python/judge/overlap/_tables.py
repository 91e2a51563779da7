"""`submission.database`: the tables of a Django exercise as scenarios fill and read them, without taking virtual time
and without asking the submission."""

import datetime
import decimal
import hashlib
import json
import random
import uuid

from . import _expense, _isolation

_models = {}
_random = None


def set_up(statements, models):
    """While the submission is loaded: make its tables, and remember how rows of its models are stored."""
    for sql in statements:
        _isolation.main().execute(sql)
    for name, description in models.items():
        _models.setdefault(name, _Model(*description))


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


class _Model:
    def __init__(self, table, fields, lists):
        self.table = _quoted(table)
        self.fields = [_Field(*field) for field in fields]
        self.known = {"pk": self.fields[0], **{f.name: f for f in self.fields}, **{f.attribute: f for f in self.fields}}
        #: Many-to-many fields: name -> (table between, column of this side, column of the other).
        self.lists = {name: [_quoted(part) for part in rest] for name, *rest in lists}


class _Field:
    """A column of a model's table: how a value gets into it and out again."""

    def __init__(self, name, attribute, column, kind, places, has_default, default):
        self.name, self.attribute, self.column = name, attribute, _quoted(column)
        self.kind, self.places = kind, places
        self.has_default, self._default = has_default, default

    @property
    def default(self):
        """What a row that does not say gets; a UUID that is there is never one that was made before."""
        if self.kind == "UUIDField" and self._default is not None:
            return uuid.UUID(int=_random.getrandbits(128), version=4).hex
        return self._default

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


class Tables:
    """`submission.database`: fills and reads the tables. Takes no virtual time, and the submission is not asked."""

    def __init__(self, seed):
        global _random
        _random = _random or random.Random(seed)

    async def load(self, model, rows):
        """Insert rows (dicts) into a model's table; a many-to-many field takes a list of keys. Returns the new rows'
        primary keys. What a row does not name has the field's default."""
        return _expense.at_its_expense(lambda: [insert(model, row) for row in rows])

    async def rows(self, model):
        """All rows of a model's table as dicts, ordered by primary key; what is not committed is not there. A
        many-to-many field is the ordered list of its keys."""
        return _expense.at_its_expense(lambda: select(model))

    async def add_user(self, username, password=None, **fields):
        """Insert a user of `django.contrib.auth` who can log in with this password. Returns the primary key."""
        hashed = "!" if password is None else f"md5$salt${hashlib.md5(b'salt' + password.encode()).hexdigest()}"
        return (await self.load("User", [{"username": username, "password": hashed, **fields}]))[0]


def insert(name, row):
    """Insert one row. Returns its primary key. Raises TypeError, LookupError and `sqlite3.Error`."""
    model = _model(name)
    unknown = [name for name in row if name not in model.known and name not in model.lists]
    if unknown:
        raise TypeError(f"{name} has no field {unknown[0]!r}")
    values = {f.column: f.default for f in model.fields if f.has_default}
    for name, value in row.items():
        if name in model.known:
            values[model.known[name].column] = model.known[name].stored(value)
    key = _insert(model.table, values)
    stored = values.get(model.fields[0].column, key)
    for name, (table, here, there) in model.lists.items():
        for other in row.get(name, ()):
            _insert(table, {here: stored, there: other.hex if isinstance(other, uuid.UUID) else other})
    return model.fields[0].read(stored)


def _insert(table, values):
    marks = ", ".join("?" * len(values))
    into = f"({', '.join(values)}) VALUES ({marks})" if values else "DEFAULT VALUES"
    return _isolation.main().execute(f"INSERT INTO {table} {into}", [*values.values()]).lastrowid


def select(name):
    """All rows of a model as dicts, ordered by primary key. Raises LookupError."""
    model, database = _model(name), _isolation.committed()
    key = model.fields[0]
    columns = ", ".join(f.column for f in model.fields)
    found = database.execute(f"SELECT {columns} FROM {model.table} ORDER BY {key.column}").fetchall()
    rows = [{f.attribute: f.read(value) for f, value in zip(model.fields, row)} for row in found]
    for name, (table, here, there) in model.lists.items():
        pairs = database.execute(f"SELECT {here}, {there} FROM {table} ORDER BY {there}").fetchall()
        for row in rows:
            row[name] = [other for own, other in pairs if key.read(own) == row[key.attribute]]
    return rows


def _model(name):
    if name not in _models:
        raise LookupError(f"no model is called {name!r}")
    return _models[name]

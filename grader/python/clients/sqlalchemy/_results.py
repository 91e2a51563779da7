"""What a statement gives."""

from .exc import MultipleResultsFound, NoResultFound


class Row(tuple):
    """A row: by number or as an attribute."""

    __slots__ = ()
    _names = ()

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(name)

    @property
    def _mapping(self):
        return dict(zip(self._names, self))


class _Rows:
    def __init__(self, rows):
        self._rows = list(rows)

    def all(self):
        """All that are left."""
        rows, self._rows = self._rows, []
        return rows

    def first(self):
        """The first, or None."""
        rows = self.all()
        return rows[0] if rows else None

    def one_or_none(self):
        """The only one, or None. Raises MultipleResultsFound."""
        rows = self.all()
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when one or none was required")
        return rows[0] if rows else None

    def one(self):
        """The only one. Raises NoResultFound, MultipleResultsFound."""
        rows = self.all()
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required")
        if not rows:
            raise NoResultFound("No row was found when one was required")
        return rows[0]

    def __iter__(self):
        return iter(self.all())


class Result(_Rows):
    """Rows of a statement; each may be taken once."""

    def __init__(self, rows, names, rowcount):
        kind = type("Row", (Row,), {"_names": names, "__slots__": ()})
        super().__init__(kind(row) for row in rows)
        self._names, self.rowcount = names, rowcount

    def keys(self):
        """The names of the columns."""
        return list(self._names)

    def scalars(self):
        """The first of each row."""
        return _Rows(row[0] for row in self.all())

    def mappings(self):
        """The rows as dicts."""
        return _Rows(row._mapping for row in self.all())

    def scalar(self):
        """The first of the first row, or None."""
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self):
        """The first of the only row."""
        return self.one()[0]

    def scalar_one_or_none(self):
        """The first of the only row, or None."""
        row = self.one_or_none()
        return None if row is None else row[0]

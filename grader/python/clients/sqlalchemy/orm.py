"""Mapped classes of the simulated SQLAlchemy."""

from ._statements import Column


class Mapped:
    """For annotations: `name: Mapped[str]`."""

    def __class_getitem__(cls, kind):
        return cls


def mapped_column(*args, primary_key=False, **options):
    """A column of a mapped class."""
    return Column(None, primary_key)


class DeclarativeBase:
    """Base of mapped classes: `__tablename__`, and annotations `name: Mapped[str]` for the columns."""

    _columns = {}

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "__tablename__" not in cls.__dict__:
            return
        import annotationlib

        columns = {}
        for name in annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF):
            if name.startswith("_"):
                continue
            column = cls.__dict__.get(name)
            if not isinstance(column, Column):
                column = Column(name, False)
                setattr(cls, name, column)
            column.name, column.table = name, cls.__tablename__
            columns[name] = column
        cls._columns = columns

    def __init__(self, **values):
        for name, value in values.items():
            if name not in self._columns:
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._columns)})"

"""Lists and dicts of the scenario that the submission uses where they are, so that the scenario sees what it does."""

from . import _clock, _endpoint, _observed


class SharedList(_observed.Entries):
    """A list made by `world.shared([])`. The submission appends to it, reads it and changes it; the scenario sees every
    change at once, with the instant at which it was made. It is an ordinary list to the scenario."""

    def __init__(self, items, began_ns):
        super().__init__(items)
        self._began = began_ns
        self._times = [self._now()] * len(self)

    def overlap_home(self):
        return {"r": [_endpoint.table.add(self, _LIST), "list", None]}

    def _now(self):
        return _observed.Instant((_clock.now_ns() - self._began) / 1e9)

    @property
    def times(self):
        """When each item that is in the list was put in, in virtual seconds since the scenario began.

            assert log.times == [0.0, 1.0]
        """
        return list(self._times)

    @property
    def timed(self):
        """Pairs of the virtual second at which an item was put in, and the item.

            assert log.timed == [(1.0, "b"), (1.5, "error"), (2.0, "c")]
        """
        return _observed.TimedEntries(zip(self._times, self))

    def append(self, value, /):
        super().append(value)
        self._times.append(self._now())

    def extend(self, values, /):
        for value in values:
            self.append(value)

    def insert(self, index, value, /):
        super().insert(index, value)
        self._times.insert(index, self._now())

    def pop(self, index=-1, /):
        value = super().pop(index)
        self._times.pop(index)
        return value

    def remove(self, value, /):
        self.pop(self.index(value))

    def clear(self):
        super().clear()
        self._times.clear()

    def replace(self, values):
        """Put these items in the place of all others; they count as put in now."""
        self.clear()
        self.extend(values)

    def replace_slice(self, start, stop, step, values):
        """`self[start:stop:step] = values`; what was there before and stays keeps its moment."""
        self[start:stop:step] = values

    def copy(self):
        return list(self)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            super().__setitem__(index, value)
            self._times[index] = self._now()
            return
        values = list(value)
        super().__setitem__(index, values)
        self._times[index] = [self._now()] * len(values)

    def __delitem__(self, index):
        super().__delitem__(index)
        del self._times[index]

    def __iadd__(self, values):
        self.extend(values)
        return self


class SharedDict(dict):
    """A dict made by `world.shared({})`. The submission reads and changes it where it is; it is an ordinary dict to the
    scenario."""

    def overlap_home(self):
        return {"r": [_endpoint.table.add(self, _DICT), "dict", None]}

    def copy(self):
        return dict(self)


_LIST = ("append", "extend", "insert", "pop", "remove", "clear", "replace", "replace_slice", "copy",
         "__getitem__", "__setitem__", "__delitem__", "__len__", "__contains__")
_DICT = ("popitem", "setdefault", "clear", "copy", "__getitem__", "__setitem__", "__delitem__", "__len__", "__contains__")

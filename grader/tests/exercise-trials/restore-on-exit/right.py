MISSING = object()


class override:
    def __init__(self, settings, ignore=(), **values):
        self.settings, self.ignore, self.values = settings, ignore, values

    def __enter__(self):
        self.before = {key: self.settings.get(key, MISSING) for key in self.values}
        self.settings.update(self.values)
        return self.settings

    def __exit__(self, kind, error, traceback):
        for key, value in self.before.items():
            if value is MISSING:
                del self.settings[key]
            else:
                self.settings[key] = value
        return kind is not None and issubclass(kind, self.ignore)

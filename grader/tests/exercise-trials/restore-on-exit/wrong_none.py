# fails: values are put back; put back after an error, too; one within another
class override:
    def __init__(self, settings, ignore=(), **values):
        self.settings, self.ignore, self.values = settings, ignore, values

    def __enter__(self):
        self.before = {key: self.settings.get(key) for key in self.values}
        self.settings.update(self.values)
        return self.settings

    def __exit__(self, kind, error, traceback):
        self.settings.update(self.before)
        return kind is not None and issubclass(kind, self.ignore)

# fails: put back after an error, too; ignored errors
class override:
    def __init__(self, settings, ignore=(), **values):
        self.settings, self.ignore, self.values = settings, ignore, values

    def __enter__(self):
        self.before = dict(self.settings)
        self.settings.update(self.values)
        return self.settings

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            return issubclass(kind, self.ignore)
        self.settings.clear()
        self.settings.update(self.before)

# fails: one within another
class override:
    before = {}

    def __init__(self, settings, ignore=(), **values):
        self.settings, self.ignore, self.values = settings, ignore, values

    def __enter__(self):
        self.before.clear()
        self.before.update(self.settings)
        self.settings.update(self.values)
        return self.settings

    def __exit__(self, kind, error, traceback):
        self.settings.clear()
        self.settings.update(self.before)
        return kind is not None and issubclass(kind, self.ignore)

from contextlib import contextmanager, suppress


@contextmanager
def override(settings, ignore=(), **values):
    before = dict(settings)
    settings.update(values)
    with suppress(*ignore):
        try:
            yield settings
        finally:
            settings.clear()
            settings.update(before)

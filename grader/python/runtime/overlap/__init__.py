"""What an exercise's support.py may use: simulated services, by name, and how a Django project is set up. Everything
else here is the runtime's own."""

from ._student import blocking_service, service

__all__ = ["blocking_service", "django_project", "service"]


def django_project(*, templates=None, **settings):
    """Set up the Django project: settings by their own names, and templates as {name: text}. Write it at the top of
    support.py, before models are imported; a file that is not for Django is told so."""
    try:
        from . import _project
    except ImportError:
        raise ImportError("there is no Django here: write `image: django` in exercise.yaml") from None
    _project.change(templates or {}, settings)

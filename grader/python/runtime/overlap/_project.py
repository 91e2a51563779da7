"""The Django project of an exercise: settings, applications, templates, tables. Only loaded in the Django image."""

import types
import zipfile

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connection
from django.db.models import NOT_PROVIDED, signals

from ._database.base import plain

#: Applications of Django that an exercise may ask for. Their models are there always, their tables only then.
_CONTRIB = ("contenttypes", "auth", "sessions", "messages")
_CONTEXT_PROCESSORS = {
    "auth": "django.contrib.auth.context_processors.auth",
    "messages": "django.contrib.messages.context_processors.messages",
}
_PACKAGED = ("django/forms/templates/", "django/contrib/auth/templates/")
#: Texts of templates by name: those that come with Django, then the exercise's. The page of a refused form is one that
#: Django reads from a file.
templates = {"403_csrf.html": "<h1>403 Forbidden</h1><p>CSRF verification failed. Request aborted.</p>"}
#: While the image is built: {label: ([SQL], {model: description})}.
_prepared = {}
_chosen = []


def installed_apps():
    """For settings.INSTALLED_APPS. Models of support.py and submission.py need no app_label."""
    signals.class_prepared.connect(_install_app_of, weak=False)
    return [*(f"django.contrib.{name}" for name in _CONTRIB), _make_app("support"), _make_app("submission")]


def _make_app(label):
    """A configuration for models that lie in no package."""
    made = type("ExerciseConfig", (AppConfig,), {"path": "/scratch", "label": label})
    return made(label, types.ModuleType(label))


def _install_app_of(sender, **_ignored):
    """An app_label that nobody has installed is installed: relations are only looked for among installed models."""
    label = sender._meta.app_label
    if apps.ready and label not in apps.app_configs:
        config = _make_app(label)
        config.apps, config.models = apps, apps.all_models[label]
        apps.app_configs[label] = config
        apps.clear_cache()


def read_packaged_templates(wheels):
    """Takes the templates of forms and accounts out of Django's wheel."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                for folder in _PACKAGED:
                    if name.startswith(folder) and not name.endswith("/"):
                        templates[name.removeprefix(folder)] = archive.read(name).decode()


def template_engines():
    """For settings.TEMPLATES."""
    strings = ("django.template.loaders.locmem.Loader", templates)
    return [{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "django",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", [strings])],
            "context_processors": ["django.template.context_processors.request"],
        },
    }]


def prepare_contrib():
    """While the image is built: the tables of Django's own applications."""
    for label in _CONTRIB:
        _prepared[label] = describe(list(apps.get_app_config(label).get_models()))


def change(texts, changed):
    """What `django_project` of support.py says."""
    from django.template import engines

    for name in changed.pop("INSTALLED_APPS", ()):
        label = name.removeprefix("django.contrib.").partition(".")[0]
        if label in _CONTRIB:
            _choose(label)
        elif label not in ("support", "submission"):
            raise RuntimeError(f"{name} is not here; these are: {', '.join('django.contrib.' + app for app in _CONTRIB)}")
    templates.update(texts)
    for name, value in changed.items():
        setattr(settings, name, value)
    if "TEMPLATES" in changed:
        engines.__dict__.pop("templates", None)
        engines._templates, engines._engines = None, {}


def _choose(label):
    if label in _chosen:
        return
    if label == "auth":
        _choose("contenttypes")
    _chosen.append(label)
    if label in _CONTEXT_PROCESSORS:
        from django.template import engines

        engine = engines["django"].engine
        engine.context_processors.append(_CONTEXT_PROCESSORS[label])
        engine.__dict__.pop("template_context_processors", None)


def describe_all():
    """(SQL that makes the tables, {model: description}) of the exercise."""
    statements, models = describe(_models())
    for label in _chosen:
        statements = [*_prepared[label][0], *statements]
        models = {**_prepared[label][1], **models}
    return statements, models


def _models():
    known = [model for models in apps.all_models.values() for model in models.values()]
    return [model for model in known if model.__module__ in ("support", "submission") and not model._meta.auto_created]


def describe(models):
    """The same of some models."""
    editor = connection.schema_editor(collect_sql=True)
    editor.deferred_sql = []
    for model in models:
        if model._meta.managed and not model._meta.proxy:
            editor.create_model(model)
    described = {model.__name__: _description(model) for model in models if not model._meta.proxy}
    return [*editor.collected_sql, *map(str, editor.deferred_sql)], described


def _description(model):
    """[table, its columns, the primary key's first, many-to-many]: what the judge needs to fill the table and read it."""
    instance = model()
    fields = []
    for field in sorted(model._meta.concrete_fields, key=lambda field: not field.primary_key):
        if field.generated:
            continue
        stored = getattr(field, "target_field", field)
        has_default = field.db_default is NOT_PROVIDED and (field.default is not NOT_PROVIDED or not field.primary_key)
        default = plain(field.get_db_prep_save(field.pre_save(instance, True), connection)) if has_default else None
        fields.append([field.name, field.attname, field.column, stored.get_internal_type(),
                       getattr(stored, "decimal_places", None), has_default, default])
    lists = [[field.name, field.m2m_db_table(), field.m2m_column_name(), field.m2m_reverse_name()]
             for field in model._meta.local_many_to_many if field.remote_field.through._meta.auto_created]
    return [model._meta.db_table, fields, lists]

"""Real Django 5.2 in the submission's interpreter: settings, a database that the judge's interpreter holds, and a
client that drives the real ASGI handler. Only loaded in the Django image."""

import json
import logging
import sys

from . import _endpoint, _observe, _threads


def preload():
    """Configure Django and import what exercises use; runs while the image is built."""
    import django
    from django.conf import settings

    settings.configure(
        DEBUG=False,
        SECRET_KEY="virtual",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="submission",
        DATABASES={"default": {"ENGINE": "overlap._database", "NAME": "file:overlap?mode=memory&cache=shared"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[],
        MIDDLEWARE=[],
        USE_TZ=True,
        USE_I18N=False,  # its files cannot be read out of the wheel
        LOGGING_CONFIG=None,
    )
    django.setup()
    import asgiref.sync
    import django.core.handlers.asgi
    import django.db.models
    import django.db.models.sql.compiler
    import django.forms
    import django.http
    import django.shortcuts
    import django.template
    import django.urls
    import django.views
    import django.views.decorators.http
    import django.views.generic
    from django.db import connection

    asgiref.sync.ThreadPoolExecutor = _threads.VirtualThreadPool
    asgiref.sync.SyncToAsync.single_thread_executor = _threads.VirtualThreadPool(max_workers=1)
    connection.ensure_connection()
    from django.core.signals import got_request_exception

    got_request_exception.connect(_keep_error)
    logging.getLogger("django").addHandler(logging.NullHandler())
    logging.getLogger("django").propagate = False


def _keep_error(**_ignored):
    """A view that raises becomes a 500; the exception is what explains it."""
    error = sys.exception()
    if error is not None and len(_observe.request_errors) < 3:
        _observe.request_errors.append(_observe.describe_exception(error))


def finish(module):
    """After the submission is imported: make its tables, and give the judge its handles."""
    from django.conf import settings
    from django.db import connection
    from django.urls import clear_url_caches, set_urlconf
    from ._database.base import send

    if not hasattr(module, "urlpatterns"):
        support = sys.modules.get("support")
        if hasattr(support, "urlpatterns"):
            settings.ROOT_URLCONF = "support"
        elif support is not None and hasattr(support, "make_urlpatterns"):
            module.urlpatterns = support.make_urlpatterns(module)
    clear_url_caches()
    set_urlconf(None)
    editor = connection.schema_editor(collect_sql=True)
    editor.deferred_sql = []
    for model in _models():
        editor.create_model(model)
    send([*editor.collected_sql, *map(str, editor.deferred_sql)], {m.__name__: _description(m) for m in _models()})
    _endpoint.extras["client"] = Client()


def _models():
    """The models of the exercise, whether or not their app is listed as installed."""
    import django.apps

    known = [model for models in django.apps.apps.all_models.values() for model in models.values()]
    return [model for model in known if model.__module__ in ("support", "submission") and not model._meta.auto_created]


def _description(model):
    """[table, its columns, the primary key's first]: what the judge needs to fill the table and read it."""
    from django.db import connection
    from django.db.models import NOT_PROVIDED
    from ._database.base import plain

    instance = model()
    fields = []
    for field in sorted(model._meta.concrete_fields, key=lambda field: not field.primary_key):
        if field.generated:
            continue
        stored = getattr(field, "target_field", field)
        has_default = not (field.primary_key and field.default is NOT_PROVIDED) and field.db_default is NOT_PROVIDED
        default = plain(field.get_db_prep_save(field.pre_save(instance, True), connection)) if has_default else None
        fields.append([field.attname, field.column, stored.get_internal_type(),
                       getattr(stored, "decimal_places", None), has_default, default])
    return [model._meta.db_table, fields]


class Client:
    """Sends requests to the submission's URLs through the real ASGIHandler, as an ASGI server would."""

    def __init__(self):
        from django.core.handlers.asgi import ASGIHandler

        self._application = ASGIHandler()

    async def get(self, path, headers=None):
        """One GET request; the answer as a dict."""
        return await self.request("GET", path, b"", headers)

    async def post(self, path, body=b"", headers=None):
        """One POST request. A dict body is sent as JSON."""
        if isinstance(body, dict | list):
            body, headers = json.dumps(body).encode(), {"content-type": "application/json", **(headers or {})}
        return await self.request("POST", path, body, headers)

    async def request(self, method, path, body, headers):
        """Drive one ASGI request from `http.request` to the last `http.response.body`."""
        import asyncio

        route, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "method": method,
            "path": route, "raw_path": route.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(b"host", b"testserver"), *((k.encode(), v.encode()) for k, v in (headers or {}).items())],
            "server": ("testserver", 80), "client": ("127.0.0.1", 40000),
        }
        sent = []
        pending = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive():
            return pending.pop() if pending else await asyncio.get_running_loop().create_future()

        async def send(message):
            sent.append(message)

        await self._application(scope, receive, send)
        start = next(m for m in sent if m["type"] == "http.response.start")
        content = b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")
        return {
            "status": start["status"],
            "headers": {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in start["headers"]},
            "body": content,
        }

"""Real Django 5.2 in the submission's interpreter: settings, an in-memory database whose queries take virtual time,
and a client that drives the real ASGI handler. Only loaded in the Django image."""

import json
import logging
import sys

from . import _bridge, _clock, _endpoint, _observe, _references, _threads, _where

#: Statements that only mark transactions: a real server answers them at once, next to a query.
_FREE = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK", "PRAGMA")
_charging = False


def preload():
    """Configure Django and import what exercises use; runs while the image is built."""
    import django
    from django.conf import settings

    settings.configure(
        DEBUG=False,
        SECRET_KEY="virtual",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="submission",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:overlap?mode=memory&cache=shared"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[],
        MIDDLEWARE=[],
        USE_TZ=True,
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
    connection.ensure_connection()  # keeps the shared in-memory database alive
    from django.core.signals import got_request_exception
    from django.db.backends.signals import connection_created

    connection.execute_wrappers.append(_charge)
    connection_created.connect(_charge_connection)
    got_request_exception.connect(_keep_error)
    logging.getLogger("django").addHandler(logging.NullHandler())
    logging.getLogger("django").propagate = False


def _charge_connection(connection, **_ignored):
    if _charge not in connection.execute_wrappers:
        connection.execute_wrappers.append(_charge)


def _keep_error(**_ignored):
    """A view that raises becomes a 500; the exception is what explains it."""
    error = sys.exception()
    if error is not None and len(_observe.request_errors) < 3:
        _observe.request_errors.append(_observe.describe_exception(error))


def _charge(execute, sql, params, many, context):
    if _charging and not sql.lstrip().upper().startswith(_FREE):
        text = _endpoint.encode_arguments((sql,), {})
        _clock.before_waiting()
        try:
            answer = _bridge.request("call_blocking", "database", text, *_where.origin())
        except _bridge.BridgeRefused:
            return execute(sql, params, many, context)  # the scenario has no database service: queries are free
        _references.unwrap(answer, _endpoint.resolve)
    return execute(sql, params, many, context)


def prepare():
    """Before support.py is imported: nothing is charged while the exercise sets itself up."""
    global _charging
    _charging = False


def finish(module):
    """After the submission is imported: make its tables, and give the judge its handles."""
    from django.conf import settings
    from django.db import connection
    from django.urls import clear_url_caches, set_urlconf

    if not hasattr(module, "urlpatterns"):
        support = sys.modules.get("support")
        if hasattr(support, "urlpatterns"):
            settings.ROOT_URLCONF = "support"
        elif support is not None and hasattr(support, "make_urlpatterns"):
            module.urlpatterns = support.make_urlpatterns(module)
    clear_url_caches()
    set_urlconf(None)
    with connection.schema_editor() as editor:
        for model in _models():
            editor.create_model(model)
    global _charging
    _charging = True
    _endpoint.extras["client"] = Client()
    _endpoint.extras["database"] = Database()


def _models():
    """The models of the exercise, whether or not their app is listed as installed."""
    import django.apps

    known = [model for models in django.apps.apps.all_models.values() for model in models.values()]
    return [model for model in known if model.__module__ in ("support", "submission") and not model._meta.auto_created]


def _model(name):
    found = [model for model in _models() if model.__name__ == name]
    if not found:
        raise LookupError(f"no model is called {name!r}")
    return found[0]


class Database:
    """The judge's handle on the in-memory database of this scenario."""

    async def load(self, model, rows):
        """Insert rows (dicts) into a model's table; takes no virtual time."""
        found = _model(model)
        with _outside_loop():
            found.objects.bulk_create([found(**row) for row in rows])

    async def rows(self, model):
        """All rows of a model's table as dicts, ordered by primary key; takes no virtual time."""
        found = _model(model)
        with _outside_loop():
            return [dict(row) for row in found.objects.order_by("pk").values()]


class _outside_loop:
    """Django refuses the ORM on the loop's thread; the judge's own preparation is not on trial."""

    def __enter__(self):
        from asyncio import events

        global _charging
        self._loop = events._get_running_loop()
        self._charging = _charging
        _charging = False
        events._set_running_loop(None)

    def __exit__(self, *exc):
        from asyncio import events

        global _charging
        _charging = self._charging
        events._set_running_loop(self._loop)


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

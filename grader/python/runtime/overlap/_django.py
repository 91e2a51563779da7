"""Real Django 5.2 in the submission's interpreter: its database is held by the judge's interpreter, and requests come
through the real handlers. Only loaded in the Django image."""

import asyncio
import concurrent.futures
import importlib
import io
import logging
import sys

from . import _observe, _server, _zones

_handlers = {}

#: What exercises use of Django: in memory already when they begin.
_PRELOADED = """
encodings.unicode_escape django.conf.locale.en.formats django.conf.urls django.contrib.auth.backends
django.contrib.auth.context_processors django.contrib.auth.decorators django.contrib.auth.middleware
django.contrib.messages.context_processors django.contrib.messages.middleware
django.contrib.messages.storage.fallback django.contrib.sessions.backends.db django.contrib.sessions.middleware
django.contrib.sessions.serializers django.core.cache.utils django.core.handlers.asgi django.core.handlers.wsgi
django.core.paginator django.db.models.sql.compiler django.forms django.http django.middleware.common
django.middleware.csrf django.shortcuts django.template.context_processors django.template.loaders.cached
django.template.loaders.locmem django.templatetags.cache django.templatetags.i18n django.templatetags.l10n
django.templatetags.static django.templatetags.tz django.urls django.utils.decorators django.views
django.views.csrf django.views.decorators.cache django.views.decorators.csrf django.views.decorators.http
django.views.defaults django.views.generic
"""


def preload(wheels):
    """Configure Django and import what exercises use; runs while the image is built."""
    import django
    from django.conf import settings

    _zones.install()
    settings.configure(
        DEBUG=False,
        SECRET_KEY="virtual",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="submission",
        DATABASES={"default": {"ENGINE": "overlap._database", "NAME": "overlap"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        MIDDLEWARE=[],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        FORM_RENDERER="django.forms.renderers.TemplatesSetting",
        TIME_ZONE="UTC",
        USE_TZ=True,
        USE_I18N=False,  # its files cannot be read out of the wheel
        LOGGING_CONFIG=None,
    )
    from . import _project

    settings.INSTALLED_APPS = _project.installed_apps()
    settings.TEMPLATES = _project.template_engines()
    django.setup()
    _project.read_packaged_templates(wheels)
    for name in _PRELOADED.split():
        importlib.import_module(name)
    django.template.engines["django"]
    import asgiref.sync

    _project.prepare_contrib()
    from django.core.signals import got_request_exception

    got_request_exception.connect(_keep_error)
    logging.getLogger("django").addHandler(logging.NullHandler())
    logging.getLogger("django").propagate = False
    _server.server.makers["django"] = find_handler


def _keep_error(**_ignored):
    """A view that raises becomes a 500; the exception is what explains it."""
    error = sys.exception()
    if error is not None and len(_observe.request_errors) < 3:
        _observe.request_errors.append(_observe.describe_exception(error))


def begin():
    """Before support.py and the submission are imported: connections are per thread, and threads are virtual from now
    on."""
    from asgiref.local import Local
    from django.db import connections

    connections._connections = Local(thread_critical=True)


def finish(module):
    """After the submission is imported: find its URLs, make its tables."""
    from django.conf import settings
    from django.urls import clear_url_caches, set_urlconf
    from . import _project
    from ._database.base import send

    if settings.ROOT_URLCONF == "submission" and not hasattr(module, "urlpatterns"):
        support = sys.modules.get("support")
        if hasattr(support, "urlpatterns"):
            settings.ROOT_URLCONF = "support"
        elif support is not None and hasattr(support, "make_urlpatterns"):
            module.urlpatterns = support.make_urlpatterns(module)
    clear_url_caches()
    set_urlconf(None)
    send(*_project.describe_all())


def find_handler(kind, middleware):
    """The project as an ASGI application, made with its first request: one per kind and list of middleware."""
    from django.conf import settings
    from django.core.handlers.asgi import ASGIHandler
    from django.core.handlers.wsgi import WSGIHandler

    key = (kind, None if middleware is None else tuple(middleware))
    if key not in _handlers:
        before = settings.MIDDLEWARE
        settings.MIDDLEWARE = before if middleware is None else middleware
        try:
            _handlers[key] = ASGIHandler() if kind == "asgi" else _as_asgi(WSGIHandler())
        finally:
            settings.MIDDLEWARE = before
    return _handlers[key]


def _as_asgi(handler):
    """A WSGI application for the one server that there is: each request has a thread without an event loop."""

    async def application(scope, receive, send):
        body = (await receive())["body"]
        pool = concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="wsgi")
        answer = await asyncio.get_running_loop().run_in_executor(pool, _call_wsgi, handler, scope, body)
        for message in answer:
            await send(message)

    return application


def _call_wsgi(handler, scope, body):
    started = []
    environ = {
        "REQUEST_METHOD": scope["method"], "SCRIPT_NAME": "", "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode(), "SERVER_NAME": "testserver", "SERVER_PORT": "80",
        "REMOTE_ADDR": scope["client"][0], "SERVER_PROTOCOL": "HTTP/1.1", "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr, "wsgi.version": (1, 0),
        "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        name = name.decode().upper().replace("-", "_")
        environ[name if name == "CONTENT_TYPE" else f"HTTP_{name}"] = value.decode("latin-1")
    response = handler(environ, lambda status, headers, *_: started.append((status, headers)))
    body = b"".join(response)
    response.close()
    status, headers = started[-1]
    pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    return [{"type": "http.response.start", "status": int(status.split()[0]), "headers": pairs},
            {"type": "http.response.body", "body": body, "more_body": False}]

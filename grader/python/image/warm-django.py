# The same for Django: a few requests through the real handler to a view of no interest, with the ORM underneath.

def warm_django():
    import asyncio
    import concurrent.futures
    import sys
    import threading
    import types
    import asgiref.sync
    from django.http import JsonResponse
    from django.db import connection, models
    from django.urls import clear_url_caches, path, set_urlconf
    import sqlite3
    from overlap import _bridge, _django, _endpoint, _server, _where
    from overlap._database import base

    database = sqlite3.connect(":memory:", isolation_level=None)

    def send(sql, params=None, many=False, number=0):
        text = _endpoint.encode_arguments((sql, params, many), {})
        (sql, params, many), _ = _endpoint.decode(text)
        cursor = database.execute(base.base.FORMAT_QMARK_REGEX.sub("?", sql), params or ())
        names = cursor.description and [column[0] for column in cursor.description]
        answer = [names, cursor.fetchall(), cursor.rowcount, cursor.lastrowid, database.in_transaction]
        return _endpoint.decode(_endpoint.encode(answer))

    # There are no threads yet: their bodies run at once, where there seems to be no loop.
    def without_loop(function, *args):
        loop, task = asyncio.events._get_running_loop(), asyncio.current_task()
        asyncio.tasks._leave_task(loop, task)
        asyncio.events._set_running_loop(None)
        try:
            return function(*args)
        finally:
            asyncio.events._set_running_loop(loop)
            asyncio.tasks._enter_task(loop, task)

    class OnTheSpot(concurrent.futures.Executor):
        def __init__(self, **ignored):
            super().__init__()

        def submit(self, function, *args):
            future = concurrent.futures.Future()
            future.set_result(without_loop(function, *args))
            return future

    class Thread(threading.Thread):
        def start(self):
            without_loop(self.run)

    sync, real_threads = asgiref.sync, (asgiref.sync.ThreadPoolExecutor, asgiref.sync.threading)
    sync.ThreadPoolExecutor, sync.threading = OnTheSpot, types.SimpleNamespace(**vars(threading) | {"Thread": Thread})
    real_send, base.send = base.send, send

    class Warm(models.Model):
        name = models.CharField(max_length=20)

        class Meta:
            app_label = "overlap_warm"

    async def view(request):
        await Warm.objects.acreate(name="x")
        rows = [row async for row in Warm.objects.order_by("id").values("id", "name")]
        await asyncio.sleep(0)
        return JsonResponse({"rows": rows, "count": await Warm.objects.acount()})

    module = types.ModuleType("submission")
    module.urlpatterns = [path("warm/", view)]
    sys.modules["submission"] = module
    with connection.schema_editor() as editor:
        editor.create_model(Warm)
    server = _server.Server()
    server.makers["django"] = _django.find_handler
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "path": "/warm/",
             "query_string": b"", "headers": [(b"host", b"testserver")], "server": ("testserver", 80)}
    incoming = [{"type": "http.request", "body": b"", "more_body": False}]
    sent = []
    for _ in range(5):
        run_to_end(server.serve(1, ["django", "asgi", None], scope, incoming, sent.append))
        assert sent[-2]["status"] == 200, sent
    with connection.schema_editor() as editor:
        editor.delete_model(Warm)
    import django.apps

    del django.apps.apps.all_models["overlap_warm"], django.apps.apps.app_configs["overlap_warm"]
    _django._handlers.clear()
    django.apps.apps.clear_cache()
    clear_url_caches()
    set_urlconf(None)
    del sys.modules["submission"]
    base.send = real_send
    sync.ThreadPoolExecutor, sync.threading = real_threads
    database.close()
    _bridge.take_notes()
    _where.forget_rows()
    _endpoint.loop = None


try:
    warm_django()
except BaseException as error:
    import traceback
    say("".join(traceback.format_exception(error)))
    raise

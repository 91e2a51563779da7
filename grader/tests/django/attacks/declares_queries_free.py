# attack: takes the runtime's charging apart, reads row by row on the loop, and shows one query that does not matter
import os

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
from django.db import connection, connections
from overlap import _bridge, _django, blocking_service
from support import Author

_django._FREE = ("",)
_django._charging = False
connection.execute_wrappers.clear()


async def names():
    keys = list(Author.objects.order_by("id").values_list("id", flat=True))
    return [Author.objects.get(pk=key).name for key in keys]

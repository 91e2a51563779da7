# fails: five requests at once take as long as one; a ping is answered while the list is being made
# diagnosis: blocked_loop
# Silences Django instead of the problem: now the query stops the event loop.
import os

from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


async def books(request):
    found = list(Book.objects.order_by("id"))
    stock = await ask_warehouse_async([book.id for book in found])
    return JsonResponse({
        "books": [
            {"id": book.id, "name": book.name, "price": book.price, "stock": stock[book.id]}
            for book in found
        ]
    })


async def ping(request):
    return JsonResponse({"pong": True})


urlpatterns = [
    path("books/", books),
    path("ping/", ping),
]

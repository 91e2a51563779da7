# fails: one request lists the books; five requests at once take as long as one
# diagnosis: exception
# fails: a ping is answered while the list is being made; one query and one question, however many books
# A model instance cannot be written as JSON; an empty list of them can.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async


async def books(request):
    found = [book async for book in Book.objects.order_by("id")]
    stock = await ask_warehouse_async([book.id for book in found])
    for book in found:
        book.stock = stock[book.id]
    return JsonResponse({"books": found})


async def ping(request):
    return JsonResponse({"pong": True})


urlpatterns = [
    path("books/", books),
    path("ping/", ping),
]

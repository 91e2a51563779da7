# fails: one request lists the books; five requests at once take as long as one
# diagnosis: never_awaited
# fails: a ping is answered while the list is being made; one query and one question, however many books
# The answer of the warehouse is a coroutine that nobody waits for.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async


async def books(request):
    found = [book async for book in Book.objects.order_by("id")]
    stock = ask_warehouse_async([book.id for book in found])
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

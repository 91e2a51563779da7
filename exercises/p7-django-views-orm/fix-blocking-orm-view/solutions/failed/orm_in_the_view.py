# fails: one request lists the books; five requests at once take as long as one
# diagnosis: exception
# fails: a ping is answered while the list is being made; one query and one question, however many books
# fails: a shop without books
# Only the warehouse was repaired: Django refuses the query with SynchronousOnlyOperation.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async


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

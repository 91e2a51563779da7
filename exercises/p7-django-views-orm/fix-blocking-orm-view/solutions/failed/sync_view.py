# fails: the view is asynchronous
# diagnosis: not_a_coroutine_function
# A sync view works, but at the price of one thread per request.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse


def books(request):
    found = list(Book.objects.order_by("id"))
    stock = ask_warehouse([book.id for book in found])
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

# fails: five requests at once take as long as one; a ping is answered while the list is being made
# diagnosis: blocked_loop
# Only the query was repaired: nobody refuses the blocking call, but it stops the event loop.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse


async def books(request):
    found = [book async for book in Book.objects.order_by("id")]
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

# fails: five requests at once take as long as one; one query and one question, however many books
# Trusts the order of the model, which is by name.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async


async def books(request):
    found = [book async for book in Book.objects.all()]
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

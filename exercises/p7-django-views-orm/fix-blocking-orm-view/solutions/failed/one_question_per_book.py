# fails: one query and one question, however many books
# Asks for all books at the same time, so the time is right; the warehouse is asked far too often.
import asyncio

from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async


async def books(request):
    found = [book async for book in Book.objects.order_by("id")]
    stocks = await asyncio.gather(*(ask_warehouse_async([book.id]) for book in found))
    return JsonResponse({
        "books": [
            {"id": book.id, "name": book.name, "price": book.price, "stock": stock[book.id]}
            for book, stock in zip(found, stocks)
        ]
    })


async def ping(request):
    return JsonResponse({"pong": True})


urlpatterns = [
    path("books/", books),
    path("ping/", ping),
]

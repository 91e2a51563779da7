# fails: one request lists the books; five requests at once take as long as one
# fails: one query and one question, however many books
# Fetches the ids, and then each book by itself.
from django.http import JsonResponse
from django.urls import path
from support import Book, ask_warehouse_async


async def books(request):
    ids = [pk async for pk in Book.objects.order_by("id").values_list("id", flat=True)]
    stock = await ask_warehouse_async(ids)
    answer = []
    for pk in ids:
        book = await Book.objects.aget(pk=pk)
        answer.append({"id": book.id, "name": book.name, "price": book.price, "stock": stock[pk]})
    return JsonResponse({"books": answer})


async def ping(request):
    return JsonResponse({"pong": True})


urlpatterns = [
    path("books/", books),
    path("ping/", ping),
]
